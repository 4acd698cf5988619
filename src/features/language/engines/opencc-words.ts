/**
 * Words that Taiwan calls otherwise, as OpenCC writes them in traditional characters before it takes the words of a region; what Taiwan says
 * stands in OpenCC's own table (TWPhrases). Only words that mean one thing: that table is made for computing, and turns a sweetheart (对象) into an
 * object (物件), support for a band (支持) into reinforcement (支援).
 */
export const MAINLAND_WORDS: ReadonlySet<string> = new Set(
  [
    // Things of every day.
    '出租車 自行車 方便麪 奶酪 冰棍 榴蓮 咖喱 塑料 激光 航天飛機 空氣淨化器 蹦極 涼菜',
    '艾滋病 白細胞 紅細胞 前列腺 阿司匹林 氨基酸 超聲波',
    // What stands on a desk.
    '視頻 視頻會議 視頻通話 網絡 互聯網 互聯網絡 網吧 博客 黑客 短信 軟件 硬件 硬盤 移動硬盤 光盤 鼠標 屏幕 觸摸屏 打印機 掃描儀 筆記本電腦 臺式機',
    '顯卡 聲卡 芯片 像素 分辨率 操作系統 文件夾 數據庫 服務器 U盤 移動電話 移動網絡 人工智能 知識產權',
    // Countries.
    '新西蘭 意大利 克羅地亞 斯洛文尼亞 塞浦路斯 列支敦士登 聖馬力諾 格魯吉亞 阿塞拜疆 哈薩克斯坦 烏茲別克斯坦 土庫曼斯坦 塔吉克斯坦 沙特阿拉伯 卡塔爾',
    '阿拉伯聯合酋長國 馬爾代夫 老撾 文萊 埃塞俄比亞 肯尼亞 坦桑尼亞 津巴布韋 贊比亞 莫桑比克 毛里求斯 毛里塔尼亞 尼日利亞 盧旺達 索馬里 突尼斯 利比里亞',
    '危地馬拉 洪都拉斯 哥斯達黎加 厄瓜多爾 圭亞那 蘇里南 瓦努阿圖 圖瓦盧 巴布亞新幾內亞',
    // Who wrote what is played.
    '莫扎特 肖邦 德彪西 勃拉姆斯 瓦格納 門德爾松 德沃夏克 維瓦爾第 施特勞斯 拉赫瑪尼諾夫 斯特拉文斯基 肖斯塔科維奇',
  ].flatMap((line) => line.split(' ')),
)

/** Words of Taiwan that mean something else too, and stay as they are on the way back: 影片 is a film as well as a video. */
export const NOT_BACK: ReadonlySet<string> = new Set(['影片', '冷盤', '卡達'])

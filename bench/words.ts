/** Texts that look like a place's own to an index: a few hundred common words, and a long tail of names that occur a few times. */

const EN =
  'about after again album all almost always amp and another anyone around back band basement bass because before best better between bike blue bread brother built buy call came camera cheap church city close coat coffee cold come concert cook corner could country crowd dance dark daughter day demo different dinner does dog door down draw drink drive drum dumplings each early eat end enough even evening every eye fabric face family fast father feel festival few film find fire first flat floor flower follow food friend front full garden ghost give glass gold good grandmother green ground guitar half hall hand hard hat hear heart heavy help here high hold home hour house how hundred ice idea inside jacket job join just keep kitchen knife know label lake lamp language large last late laugh learn leave left letter light like line listen little live long look lost loud love low lunch machine made make map market may mean meet melody metal might milk mind minute money moon more morning mother mountain mouth move movie much museum music name near need never new next night noise noodles north note nothing now old once one only open other our out over own page paint paper park part pattern people photo piano picture piece place plant play poem poster pot practice print project punk quiet radio rain read ready record red rehearsal remember rice right river road room round run salt same say scene school sea season second see sell send set share shelf ship shirt shoe shop short show side silver sing singer sister sit skin sleep slow small smell snow some song soon sound soup south space spring stage stand start station stay steam still stone stop story street strong studio summer sun sweet swim table take talk tape taste tea teach team tell thank thing think thread three through ticket time tiny today together tomorrow tonight too tour towel town train travel tree try tune turn two type umbrella under until use very video village vinyl visit voice wait walk wall want warm watch water way wear weather week weekend well west what wheel when where while white who why wild wind window winter with wood wool word work world write year yellow yesterday young'.split(
    ' ',
  )
const ZH =
  '今天 昨天 明天 晚上 早上 周末 朋友 妈妈 爸爸 奶奶 老师 学生 同学 老板 邻居 乐队 鼓手 贝斯 吉他 主唱 排练 演出 现场 专辑 唱片 磁带 歌词 旋律 朋克 后朋克 摇滚 民谣 电子 噪音 舞台 票 酒吧 地下室 仓库 城市 北京 上海 成都 广州 武汉 西安 杭州 重庆 街道 巷子 菜市场 地铁 公交 火车 自行车 咖啡 茶 白酒 啤酒 火锅 面条 饺子 包子 米饭 豆腐 辣椒 花椒 酱油 面包 蛋糕 早餐 晚饭 厨房 锅 刀 碗 筷子 味道 香 甜 苦 咸 酸 颜色 红色 蓝色 绿色 白色 黑色 衣服 外套 布料 针线 毛衣 裙子 鞋子 帽子 相机 胶片 照片 光线 影子 窗户 桌子 书架 书 小说 诗 信 故事 电影 导演 镜头 博物馆 展览 画 水彩 毛笔 书法 纸 印章 陶瓷 木头 石头 铁 植物 花园 花 树 草 种子 土 雨 雪 风 太阳 月亮 星星 山 河 湖 海 岛 桥 路 猫 狗 鸟 鱼 公园 学校 图书馆 医院 工厂 办公室 家 房间 门 楼梯 屋顶 声音 安静 吵 快 慢 大 小 新 旧 便宜 贵 好看 好听 好吃 奇怪 有趣 难 容易 一起 一个人 第一次 最后 终于 突然 慢慢 已经 还是 因为 所以 但是 如果 虽然 然后 开始 结束 喜欢 讨厌 觉得 知道 忘记 记得 看见 听见 发现 学会 教 问 说 写 唱 跳 走 跑 坐 等 找 买 卖 做 修 洗 剪 画画 拍 录 练 读 翻译 帮助 谢谢 再见 语言 文化 传统 节日 春节 中秋 生日 婚礼 旅行 地图 行李 护照 机票 酒店 海边 沙漠 草原 森林'.split(
    ' ',
  )
const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'tas', 'vo', 'shi', 'dra', 'pel', 'un', 'gor', 'bey', 'nix', 'fa', 'quo', 'zel', 'ho', 'wim', 'cru', 'ta']

export type Random = () => number

/** Mulberry32: the same seed, the same numbers in [0, 1). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/** An index below `count`, small ones far oftener (about Zipf's law). */
export const zipf = (random: Random, count: number): number => Math.min(count - 1, Math.floor(count ** random()) - 1)
export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

/** A made-up name of three syllables. */
export const name = (random: Random): string => Array.from({ length: 3 }, () => pick(random, SYLLABLES)).join('')

/** One sentence in `en`, `zh-Hans`, or a language of made-up words. */
export function sentence(random: Random, language: string): string {
  const length = 6 + Math.floor(random() * 9)
  const word = () => {
    if (random() < 0.06) return name(random)
    if (language === 'en') return EN[zipf(random, EN.length)]
    return language === 'zh-Hans' ? ZH[zipf(random, ZH.length)] : name(random)
  }
  const words = Array.from({ length }, word)
  return language === 'zh-Hans' ? `${words.join('')}。` : `${words.join(' ')}.`
}

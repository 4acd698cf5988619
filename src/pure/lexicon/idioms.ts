/** A phrase that engines like to translate word by word, and what it means, in both languages. */
export interface Idiom {
  phrase: string
  language: 'en' | 'zh'
  en: string
  zh: string
}

// phrase | what it means in English | in Chinese. Written for this house.
const ENGLISH = `piece of cake|very easy|小菜一碟，很容易
break a leg|good luck (before a show)|祝演出成功
under the weather|a little ill|身体不舒服
spill the beans|tell a secret|说漏嘴，泄露秘密
spill the tea|tell gossip|爆料，说八卦
hit the sack|go to bed|去睡觉
hit the road|leave, set out|出发，上路
hit the nail on the head|say exactly what is true|一针见血
once in a blue moon|very rarely|千载难逢，很少
costs an arm and a leg|is very expensive|贵得离谱
cost an arm and a leg|be very expensive|贵得离谱
raining cats and dogs|raining hard|下倾盆大雨
the best of both worlds|advantages of two things|两全其美
bite the bullet|do something hard that has to be done|咬牙硬上
bite off more than|take on too much|不自量力，揽太多
let the cat out of the bag|tell a secret by mistake|说漏嘴
kill two birds with one stone|do two things at once|一举两得
cut corners|do it cheaply and badly|偷工减料
get cold feet|become afraid before it starts|临阵退缩
pull my leg|make fun of me|逗我玩
pulling my leg|making fun of me|逗我玩
pulling your leg|making fun of you|逗你玩
beat around the bush|avoid the point|拐弯抹角
burn the midnight oil|work late|挑灯夜战
call it a day|stop working for today|今天就到这儿
on the fence|undecided|犹豫不决
cup of tea|what one likes|喜欢的类型，“菜”
rule of thumb|rough rule|经验法则
ring a bell|sound familiar|有点耳熟
the last straw|the one thing too much|压死骆驼的最后一根稻草
miss the boat|be too late|错过机会
off the hook|free of trouble|脱身了，没事了
out of the blue|without warning|突然，毫无预兆
sit tight|wait patiently|耐心等着
through thick and thin|in good and bad times|同甘共苦
elephant in the room|what everybody sees and nobody says|大家都避而不谈的事
long story short|in short|长话短说
no cap|no lie|真的，没骗你
slay|do it splendidly|太棒了，绝了
touch grass|go outside for once|出门走走，别老上网
it's giving|it has the air of|有种……的感觉
living rent free in my head|I cannot stop thinking of it|一直在我脑子里转
hit different|feel special|感觉不一样
low-key|quietly, a little|有点，暗暗地
break the ice|make people feel at ease|打破僵局
wrap my head around|understand|弄明白
in the same boat|in the same situation|处境相同
jump on the bandwagon|do what everybody does|跟风
add fuel to the fire|make it worse|火上浇油
go down the rabbit hole|get lost in a topic|越陷越深，刷个没完
a blessing in disguise|good luck that looked bad|因祸得福
steal my thunder|take my attention away|抢我风头`
const CHINESE = `吃醋|be jealous|嫉妒（感情上）
加油|come on, you can do it|鼓励的话
吃豆腐|take liberties with somebody|占便宜
拍马屁|flatter|奉承
炒鱿鱼|be fired|被解雇
吹牛|boast|说大话
马马虎虎|so-so|一般，还行
小菜一碟|very easy|很容易
对牛弹琴|speak to somebody who cannot understand|说给听不懂的人
画蛇添足|spoil it by adding too much|多此一举
人山人海|huge crowds|人非常多
九牛一毛|a drop in the ocean|微不足道
守株待兔|wait for luck without doing anything|不努力等好运
走后门|use connections|靠关系
开夜车|work through the night|熬夜工作
放鸽子|stand somebody up|爽约
背黑锅|take the blame for others|替人受过
打酱油|just pass by, not be involved|路过，与己无关
吃瓜|watch the drama from the side|看热闹
躺平|stop competing|不再拼命
内卷|pointless competition|无意义的竞争
破防|be moved or hurt deeply|情绪崩了，被感动
种草|make somebody want a thing|让人想要
拔草|buy or drop what one wanted|买下，或者打消念头
社死|die of embarrassment in public|当众出丑
绝绝子|amazing|太绝了
踩雷|have a bad experience with something|体验很差
翻车|go wrong|搞砸了
上头|get hooked, go to the head|停不下来
真香|like after all what one refused|嘴上不要，后来喜欢
鸡同鸭讲|talk past each other|互相听不懂
半斤八两|six of one, half a dozen of the other|差不多
雪中送炭|help when it is most needed|急需时帮忙
锦上添花|make a good thing better|好上加好
五花八门|of all kinds|各种各样
乱七八糟|a mess|很乱
纸上谈兵|theory without practice|空谈
亡羊补牢|mend it after the loss|事后补救
三天打鱼，两天晒网|do things by fits and starts|没有恒心
画饼|make empty promises|空口许诺
掉链子|fail at the decisive moment|关键时刻出错
扎心|strike to the heart|戳中痛处
你辛苦了|thank you for your work|感谢的话`

const read = (lines: string, language: Idiom['language']): Idiom[] =>
  lines.split('\n').map((line) => {
    const [phrase = '', en = '', zh = ''] = line.split('|')
    return { phrase, language, en, zh }
  })

export const idioms: readonly Idiom[] = [...read(ENGLISH, 'en'), ...read(CHINESE, 'zh')]

const patternOf = ({ phrase, language }: Idiom): RegExp =>
  language === 'zh'
    ? new RegExp(phrase, 'u')
    : new RegExp(String.raw`(?<!\p{L})${phrase.replaceAll("'", "['’]").replaceAll(' ', String.raw`\s+`)}(?!\p{L})`, 'iu')
const patterns = new Map(idioms.map((idiom) => [idiom, patternOf(idiom)]))

/** Idioms of `language` (any tag of English or Chinese) in a text, each once, in the order of the list; others have none yet. */
export function findIdioms(text: string, language: string): Idiom[] {
  const base = language.split('-')[0]
  return idioms.filter((idiom) => idiom.language === base && patterns.get(idiom)?.test(text))
}

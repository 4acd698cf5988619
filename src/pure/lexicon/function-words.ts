/** Words of everyday speech per language, for texts too short for n-grams. Written for this project. */
const LISTS: Record<string, string> = {
  en: 'the a an and or but so to of in on at for with my your our this that these is are was be been it its i im you we they he she not no yes do does did dont cant can will just like love what when where who how why omg lol btw please thanks hello hi very really too all more than from about today tonight new cute chill vibe vibes nice cool good great best looking anyone some here there',
  es: 'el la los las un una unos de del que y o pero en con por para mi tu su este esta esto es son era ser estoy esta estamos muy mas más no si sí como cómo qué cuando cuándo donde dónde quien hola gracias hoy noche me te se lo le nos al todo hay también bien tal yo buenos buenas días amigos',
  fr: 'le la les un une des du de et ou mais dans avec pour par mon ma mes ton ta tes son sa ses ce cet cette est sont était être je tu il elle nous vous ils ne pas plus très que qui quoi où comment quand bonjour merci salut aujourd hui soir au aux sur en y on tout bien aussi',
  de: 'der die das ein eine einen und oder aber in mit für von zu zum zur auf an im am ist sind war nicht kein ich du er sie wir ihr mein dein sein auch noch schon sehr was wann wo wer wie warum hallo danke heute abend dem den des es gut mal so bitte',
  pt: 'o a os as um uma de do da dos das que e ou mas em no na com por para meu minha seu sua este esta isso é são foi ser eu você nós eles não sim muito mais como quando onde quem olá oi obrigado obrigada hoje noite tudo bem também ao',
  it: 'il lo la i gli le un una di del della dei che e o ma in nel con per da mio mia tuo sua questo questa è sono era essere io tu lui lei noi voi loro non sì molto più come quando dove chi ciao grazie oggi sera tutto bene anche al',
  nl: 'de het een en of maar in op met voor van naar is zijn was niet geen ik jij je hij zij we wij jullie mijn jouw ook nog al heel wat wanneer waar wie hoe hallo bedankt vandaag avond dit dat deze er aan',
  id: 'yang dan di ke dari untuk dengan ini itu tidak bukan ada saya aku kamu kami kita mereka adalah akan sudah belum bisa juga banget sangat apa kapan mana siapa bagaimana halo terima kasih hari malam lagi aja sih gak nggak',
  vi: 'và là của có không được cho với này đó một những các tôi bạn chúng anh chị em rất cũng đã đang sẽ gì khi đâu ai thế nào xin chào cảm ơn hôm nay',
  tr: 've bir bu şu o için ile çok daha değil var yok ben sen biz siz onlar ne zaman nerede kim nasıl merhaba teşekkürler bugün akşam gibi ama da de mi mı',
  pl: 'i w na z do nie to jest są był się ja ty on ona my wy oni mój moja bardzo też jak co kiedy gdzie kto cześć dzięki dziś wieczorem dla ale po od już',
  ru: 'и в на с не это что как я ты он она мы вы они мой моя есть был была было очень тоже уже где когда кто почему привет спасибо сегодня вечером для но по от за так все всё у',
  uk: 'і в на з не це що як я ти він вона ми ви вони мій моя є був була дуже теж вже де коли хто чому привіт дякую сьогодні ввечері для але по від за так все у та',
}

const wordLanguages = new Map<string, string[]>()
for (const [language, words] of Object.entries(LISTS)) {
  for (const word of new Set(words.split(' '))) wordLanguages.set(word, [...(wordLanguages.get(word) ?? []), language])
}

/** Languages whose everyday words hold `word` (lower case, apostrophes removed); empty for others. */
export function languagesOfWord(word: string): readonly string[] {
  return wordLanguages.get(word) ?? []
}

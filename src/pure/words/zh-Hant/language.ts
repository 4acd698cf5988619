import type { Messages } from '../index.ts'

export const language: Messages = {
  'problem.language-unknown': '我們不認得這種語言，請從清單裡選。',
  'problem.same-language': '這段文字本來就是這種語言。',
  'problem.layer-exists': '這種語言已經有譯文了，可以從那一份改起。',
  'problem.layers-full': '同一篇文字每人最多加 {count} 份譯文，你已經加滿了。',
  'problem.layer-empty': '請先寫標題或內文。',
  'problem.layer-long': '超過 {count} 個字了。',
  'problem.boxes-count': '一張圖片要有 1 到 {count} 個框。',
  'problem.box-outside': '有一個框超出圖片，或小得點不到。',
  'problem.box-empty': '每個框都要寫上那裡的文字。',
  'problem.not-yours': '只有譯的人能改這份譯文，你可以在旁邊另加一份。',
  'problem.own-layer': '你的譯文由別人來評，你可以評別人的。',
  'problem.no-engine': '這裡沒有引擎能譯這兩種語言。你可以點詞查意思，也可以自己加一份譯文。',
  'problem.text-stays-here': '這段文字不公開，所以不會送去翻譯引擎。',
  'problem.words-full': '單字本已經有 {count} 個詞，滿了。先拿掉幾個吧。',
  'problem.reads-one-side': '兩種語言都讀得懂，才能評譯文。你讀哪些語言，可以到設定裡改。',
  'problem.mend-same': '這裡現在就是這樣寫的。',
  'problem.language-unread': '讀得懂一種語言，才能說一篇文字是用它寫的。你讀哪些語言，可以到設定裡改。',
  'problem.language-named': '作者已經說明這是哪種語言。',
}

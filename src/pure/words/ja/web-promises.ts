import type { Messages } from '../index.ts'

/** What notes are promised, and the ledger of it. */
export const webPromises: Messages = {
  'promise.title': 'このノートへの約束',
  'promise.newcomer': 'はじめての方が最初に公開する三つのノートは、ほかの人に少なくとも {owed} 回見てもらえます。',
  'promise.starts': '{day} に始まります。アカウントができて一日たつ日です。',
  'promise.open': 'これまでに {given} 回（約束は {owed} 回、{day} まで）。',
  'promise.paid': '約束は果たされました。{owed} 回のうち {given} 回。',
  'promise.expired': '約束は果たせませんでした。{day} までに {owed} 回のうち {given} 回。',
  'promise.void': 'みんなに公開されなくなったため終わりました。{owed} 回のうち {given} 回。',
  'promise.ledger': '約束の帳簿',
  'promise.read': '新しいメンバーへの約束と、その結果',
  'promise.lead':
    '新しいメンバーが最初に公開する三つのノートは、{days} 日のうちに、ほかの人に少なくとも {owed} 回見てもらえます。どの約束も、その結果とともに新しい順にここに載ります。見た人の名前は載りません。',
  'promise.counts':
    '数え方：できて一日たったアカウント、または招待された人が、本当にノートを見たとき、一人につき一日一回。作者本人、同じ人と思われるアカウント、招待した人とされた人どうしは数えません。同じ人のものと思われる、または同じことを書くアカウントは、一つの約束を分け合います。',
  'promise.none': 'まだ約束はありません。',
  'promise.note': 'ノート',
  'promise.hidden': '全体公開ではありません',
  'promise.made': '約束した日',
  'promise.given': '見られた回数',
  'promise.state': '状態',
  'promise.state-open': '進行中',
  'promise.state-paid': '果たした',
  'promise.state-expired': '果たせなかった',
  'promise.state-void': '終了',
  'promise.csv': '表にする（CSV）',
  'promise.month': 'この 30 日の約束',
  'promise.count': '約束の数',
  'promise.owed': '約束した回数',
  'promise.hour': 'この一時間に {given} 回（上限 {most} 回）。',
}

import type { Messages } from '../index.ts'

export const house: Messages = {
  'problem.bug': '저희 쪽에서 문제가 생겼어요. 잃어버린 것은 없어요. 또 생기면 운영자에게 이 번호를 알려 주세요: {id}',
  'problem.bad-input': '이 부분이 맞지 않아요: {field}. 확인해 주세요.',
  'problem.bad-cursor': '목록이 그사이 바뀌었어요. 맨 위에서 다시 시작해 주세요.',
  'problem.not-found': '여기에는 볼 수 있는 것이 없어요.',
  'problem.sign-in-needed': '먼저 로그인해 주세요. 쓴 글은 그대로 있어요.',
  'problem.not-allowed': '이 계정으로는 할 수 없는 일이에요.',
  'problem.missing-scope': '이 프로그램에는 그 일을 할 권한이 없어요({scope}).',
  'problem.foreign-origin': '다른 사이트에서 온 요청이라 처리하지 않았어요.',
  'problem.conflict': '같은 때에 다른 사람이 바꿨어요. 다시 불러와 살펴봐 주세요.',
  'problem.gone': '이제 여기에 없어요.',
  'problem.too-large': '받을 수 있는 크기보다 커요.',
  'problem.unsupported-media': '이 형식의 파일은 읽을 수 없어요. JPEG, PNG, WebP, AVIF, GIF, HEIC 사진을 골라 주세요.',
  'problem.too-many-requests': '너무 빨랐어요. 잠시 뒤에 이어 가 주세요.',
  'problem.slow-down': '너무 빨랐어요. {seconds}초 뒤에 이어 갈 수 있어요.',
  'problem.unavailable': '이곳이 잠시 숨을 고르고 있어요. 몇 초 뒤에 다시 해 주세요. 잃어버린 것은 없어요.',
  'problem.storage-full': '이곳의 디스크가 가득 찼어요. 읽을 수는 있고, 쓰기는 운영자가 자리를 마련하면 돌아와요.',
  'problem.unconfirmed': '먼저 이메일 주소를 확인해 주세요. 그때까지 읽기와 초안 쓰기는 할 수 있어요.',
}

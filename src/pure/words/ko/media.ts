import type { Messages } from '../index.ts'

export const media: Messages = {
  'problem.picture-broken': '사진 파일이 손상됐어요. 다시 저장하거나 내보낸 뒤 한 번 더 보내 주세요.',
  'problem.picture-too-many-pixels': '이 사진은 {count}메가픽셀이 넘어요. 줄여서 다시 보내 주세요.',
  'problem.picture-too-wide': '사진은 가로와 세로가 {count}픽셀까지예요.',
  'problem.picture-too-many-frames': '움직이는 사진은 {count}프레임까지예요.',
  'problem.picture-too-hard': '이 사진을 처리하지 못했어요. JPEG로 저장해 다시 보내 주세요.',
  'problem.heic-too-large': 'HEIC 사진은 {count}메가픽셀까지 읽을 수 있어요. JPEG로 저장해 다시 보내 주세요.',
  'problem.too-many-uploads': '아직 끝나지 않은 업로드가 많아요. 끝나기를 기다리거나 몇 개를 먼저 취소해 주세요.',
  'problem.alt-length': '설명은 {count}자까지 쓸 수 있어요.',
  'problem.media-unknown': '사진 하나가 이제 여기에 없어요. 다시 골라 주세요.',
  'problem.media-taken': '사진 하나가 이미 다른 곳에 쓰이고 있어요. 여기에도 쓰려면 다시 올려 주세요.',
  'problem.media-failed': '사진 하나를 읽지 못했어요. 빼거나 다른 파일을 골라 주세요.',
  'problem.media-unfinished': '사진 하나를 아직 올리는 중이에요. 다 올라올 때까지 기다려 주세요.',
}

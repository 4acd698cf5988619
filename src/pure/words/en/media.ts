import type { Messages } from '../index.ts'

export const media: Messages = {
  'problem.picture-broken': 'This picture file is damaged. Save or export it again and send it once more.',
  'problem.picture-too-many-pixels': 'This picture has more than {count} megapixels. Make it smaller and send it again.',
  'problem.picture-too-wide': 'A picture may be at most {count} pixels wide and high.',
  'problem.picture-too-many-frames': 'An animation may have at most {count} frames.',
  'problem.picture-too-hard': 'We could not work this picture out. Save it as JPEG and send it again.',
  'problem.heic-too-large': 'We read HEIC pictures up to {count} megapixels. Save it as JPEG and send it again.',
  'problem.too-many-uploads': 'Many of your uploads are not finished yet. Let them finish or cancel some first.',
  'problem.alt-length': 'A description has at most {count} characters.',
  'problem.media-unknown': 'One of these pictures is no longer here. Choose it again.',
  'problem.media-taken': 'One of these pictures already belongs to something else. Upload it again to use it here too.',
  'problem.media-failed': 'One of these pictures could not be read. Take it out or choose another file.',
  'problem.media-unfinished': 'One of these pictures is still being uploaded. Wait until it is there.',
}

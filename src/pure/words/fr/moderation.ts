import type { Messages } from '../index.ts'

export const moderation: Messages = {
  'problem.forbidden-word': 'L’hôte de cette maison ne souhaite pas y lire « {word} ». Retirez ce mot, puis publiez ; votre texte est gardé.',
  'problem.forbidden-link': 'L’hôte de cette maison ne souhaite pas de liens vers {host}. Retirez ce lien, puis publiez ; votre texte est gardé.',
  'problem.reports-a-day': 'Vous pouvez envoyer {count} signalements par jour. Si quelqu’un est en danger, choisissez ce motif : il passe toujours.',
  'problem.report-unwanted':
    'Rien n’a été envoyé. Ce que vous ne voulez pas voir, vous pouvez le masquer, ou bloquer son auteur : l’effet est immédiat, et pour vous seulement.',
  'problem.filter-term-empty': 'Cette entrée n’a ni lettre ni chiffre à chercher.',
  'problem.filter-host': 'Écrivez un domaine, par exemple example.org.',
  'problem.filter-terms-full': 'La liste contient {count} entrées. Retirez-en d’abord quelques-unes.',
  'state.processing': 'Ses images se préparent',
  'state.published': 'Publiée',
  'state.author-deleted': 'Vous l’avez supprimée',
}

import { catalogue } from '../catalogue.js';

/** The four modes of governance: name, and one plain sentence that says who decides and how. */
export const modeMessages = catalogue(
  'mode',
  {
    'name.consultation': 'Consultation',
    'name.planning': 'Planning',
    'name.auto_administration': 'Auto-administration',
    'name.auto_regulation': 'Auto-regulation',
    'sentence.consultation':
      'Every seat gives its assessment; the institution decides, and answers each assessment with its reasons.',
    'sentence.consultation.named':
      '{institution} decides, after every seat could give its assessment, and answers each one with its reasons within {replyDays} days.',
    'sentence.planning':
      'The table writes and decides together: by consent, or by a ballot that each party to the proposal has to carry too.',
    'sentence.auto_administration':
      'The holders of a mandate decide by themselves, within the limits that the institution set beforehand.',
    'sentence.auto_regulation':
      'Nobody decides for others: each subject signs for itself, and only those who sign are bound.',
    label: 'Who decides here',
  },
  {
    'name.consultation': 'Consultazione',
    'name.planning': 'Programmazione negoziata',
    'name.auto_administration': 'Auto-amministrazione',
    'name.auto_regulation': 'Auto-regolazione',
    'sentence.consultation':
      'Ogni seggio esprime il suo parere; l’istituzione decide e risponde a ciascun parere motivando.',
    'sentence.consultation.named':
      'Decide {institution}, dopo che ogni seggio ha potuto esprimere il suo parere, e risponde a ciascuno motivando entro {replyDays} giorni.',
    'sentence.planning':
      'Il tavolo scrive e decide insieme: per consenso, oppure con una votazione che deve passare anche in ogni parte della proposta.',
    'sentence.auto_administration':
      'I titolari di un mandato decidono da soli, entro i limiti che l’istituzione ha fissato prima.',
    'sentence.auto_regulation':
      'Nessuno decide per gli altri: ciascun soggetto firma per sé, e la firma vincola solo chi firma.',
    label: 'Chi decide qui',
  },
);

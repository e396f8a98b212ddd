import { catalogue } from '@tavolo/web-ui';

/** What is wrong with a field of a form, said at the field. */
export const formMessages = catalogue(
  'form',
  {
    'flaw.name': 'Please write a name.',
    'flaw.email': 'Please write an e-mail address, such as name@example.org.',
    'flaw.code': 'Please write the whole code, as the server printed it.',
    'flaw.password': 'Please write the password.',
    'flaw.noPassword': 'Please choose a password.',
    'flaw.newPassword_one': 'Please choose at least 12 characters. This is one.',
    'flaw.newPassword_other': 'Please choose at least 12 characters. These are {count}.',
    'flaw.seat': 'Please choose one of the seats of this table.',
    'flaw.basis': 'Please choose why the name may be erased.',
    'flaw.reason': 'Please write a reason, without the name and the address of the person.',
    'flaw.repeat': 'Please write the name as it stands here.',
  },
  {
    'flaw.name': 'Scrivi un nome.',
    'flaw.email': 'Scrivi un indirizzo e-mail, per esempio nome@example.org.',
    'flaw.code': 'Scrivi il codice intero, come l’ha stampato il server.',
    'flaw.password': 'Scrivi la password.',
    'flaw.noPassword': 'Scegli una password.',
    'flaw.newPassword_one': 'Scegli almeno 12 caratteri. Questo è uno.',
    'flaw.newPassword_other': 'Scegli almeno 12 caratteri. Questi sono {count}.',
    'flaw.seat': 'Scegli uno dei seggi di questo tavolo.',
    'flaw.basis': 'Scegli perché il nome può essere cancellato.',
    'flaw.reason': 'Scrivi una motivazione, senza il nome e l’indirizzo della persona.',
    'flaw.repeat': 'Scrivi il nome come si legge qui.',
  },
);

import { catalogue } from '@tavolo/words';

/** Why an act was refused, and what would be right: one sentence a code (governance `refusalCodes`). */
export const refusalMessages = catalogue(
  'refusal',
  {
    wrong_stage: 'This is not possible while the procedure is at the stage “{stage}”.',
    not_your_role: 'This is reserved for: {needed}.',
    no_vote: 'Your seat has a voice at this table, but no vote.',
    not_entitled: 'Your seat was not on the roll when this was opened, so it cannot take part in this one.',
    recused: 'You declared an interest in this matter, so you do not take part in the decision.',
    other_mode:
      'A change of the rules keeps the mode of the table. Another mode is agreed by a change of mode: the institution or a bench proposes it with its reasons and the new rulebook, and every sector has to agree.',
    nothing_changed: 'This draft says the same as the rules in force. Please change something first.',
    rules_changed:
      'Another version of the rulebook, {present}, has come into force since this was drafted from {base}. Please draft the change anew from the present rules.',
    party_without_vote: 'A party has to have a vote: {sector} cannot be a party while its seats have a voice only.',
    vote_lost: 'The seats did not vote for this change, so the rules stay as they are.',
    institution_missing:
      'One of the two persons has to sit for the institution that decides. Somebody who does has to confirm it.',
    already_done: 'This has already been done.',
    vote_given:
      'You have already voted in ballot {ballot}. An interest is declared before the discussion; it can be declared again when this ballot is closed.',
    reason_required_one: 'Please give the reason in writing.',
    reason_required_other: 'Please give the reason in writing, with at least {count} characters.',
    reason_too_short: 'The reason is too short: {given} characters were written, at least {min} are needed.',
    change_required: 'An objection also has to say which change would meet it.',
    text_changed: 'The text has changed since then. Please read the text as it stands now and do it again.',
    text_unreadable:
      'The text contains something that Tavolo cannot read. Please undo the last change or paste it as plain text.',
    text_required: 'There is no text yet. Please write at least one clause first.',
    no_quorum: 'The quorum is not reached.',
    ballot_closed: 'This ballot is closed; it takes no more votes.',
    two_person_rule:
      'It was announced that ballot {ballot} stays open until {closesAt}. Closing it before then takes two persons: one asks for it in writing, and another one closes it. Both are among: {needed}.',
    no_closing_time:
      'No closing time was announced for ballot {ballot}. One person can close it; while seats have not voted, with a written reason.',
    closing_time_out_of_range:
      'A ballot closes at least one hour and at most one year after it was opened: between {from} and {until}.',
    ballot_suspended:
      'This ballot is suspended because the quorum was lost. Voting goes on when there is a quorum again.',
    deadline_passed: 'The deadline has passed: it was {deadline}.',
    too_early: 'It is too early for this. It will be possible from {from}.',
    window_too_short:
      'The window is too short. Days given: {given}; needed: {min} or more. The first possible day is {firstPossible}.',
    unknown_clause: 'There is no clause “{clause}” in this version of the text.',
    unknown_assessment: 'There is no assessment {assessment} in this consultation.',
    replies_missing_one: 'One assessment is still without a reply: {assessments}.',
    replies_missing_other: '{count} assessments are still without a reply: {assessments}.',
    statement_required:
      'This decision departs from the prevailing opinion. Please explain why, in at least {min} characters.',
    hold_used_up: 'Your sector has already used its hold on this proposal.',
    second_person_required: 'This needs a second person: someone else has to confirm it.',
    responsibility_missing_one: 'Nobody is answerable for clause {clauses} yet. Please name one organisation.',
    responsibility_missing_other:
      'Nobody is answerable for clauses {clauses} yet. Please name an organisation for each.',
    agreement_incomplete: 'The agreement is not complete yet. What is missing is listed below.',
    mode_not_offered: 'Procedures in the mode “{mode}” are not offered yet.',
    mandate_not_valid: 'This needs a negotiating mandate that your bench or coalition gave you and that holds today.',
    unknown_option: 'This option does not exist here.',
    not_represented:
      'You do not represent {subject}. Everybody signs, declines or leaves only for those for whom they speak.',
    not_a_signatory: '{subject} has not signed the charter, and is not bound by it.',
    'not_a_signatory.nobody': 'This is for signatories of the charter.',
    not_invited: '{subject} was not at the table when the charter was opened to everybody, so it does not draft it.',
    'not_invited.nobody': 'Those who were invited draft the charter.',
    consent_missing: 'The drafting group has not agreed to this text yet. Still to agree: {subjects}.',
    reservations_not_allowed: 'The rules of this charter do not allow reservations.',
    unknown_breach: 'There is no breach number {breach} here.',
    mandate_missing: 'This table has no mandate under which it could decide.',
    mandate_not_active: 'Mandate {mandate} does not decide now: it is {state}.',
    mandate_over: 'Mandate {mandate} has ended ({state}). What was not adopted under it stays as it is.',
    over_budget: 'This would exceed the mandate {mandate}: the decision spends {amount}, and {left} is left.',
    ground_not_admitted: 'This is not one of the grounds on which it is possible: {grounds}.',
    terms_invalid: 'Something in what was stated does not fit the rules.',
    hearing_missing: 'Before the mandate is revoked, the table has to be heard.',
    same_mode: 'The table has this mode already.',
    change_under_way: 'Another change of the mode of this table is under way: {modeChange}.',
    cannot_be_imposed:
      'The institution alone can only go back to consultation for a while; every other change is voted on by the table.',
    days_out_of_range: 'Days: at least {min} and at most {max}; {given} were given.',
    other: 'The rules of this table do not allow this now.',
    rule: 'Rule: {rule}',
  },
  {
    wrong_stage: 'Non è possibile mentre il procedimento è nella fase «{stage}».',
    not_your_role: 'È riservato a: {needed}.',
    no_vote: 'Il tuo seggio ha la parola a questo tavolo, ma non il voto.',
    not_entitled:
      'Il tuo seggio non era nell’elenco al momento dell’apertura, quindi questa volta non può partecipare.',
    recused: 'Hai dichiarato un interesse in questa materia, quindi non partecipi alla decisione.',
    other_mode:
      'Una modifica delle regole lascia al tavolo la sua modalità. Un’altra modalità si concorda con un cambio di modalità: la propone l’istituzione o una componente, con le ragioni e il nuovo regolamento, e ogni settore deve essere d’accordo.',
    nothing_changed: 'Questa bozza dice lo stesso delle regole in vigore. Prima cambia qualcosa.',
    rules_changed:
      'Da quando è stata scritta questa bozza, a partire da {base}, è entrata in vigore un’altra versione del regolamento: {present}. Riscrivi la modifica dalle regole attuali.',
    party_without_vote:
      'Una parte deve avere il voto: {sector} non può essere una parte finché i suoi seggi hanno solo la parola.',
    vote_lost: 'I seggi non hanno approvato questa modifica, quindi le regole restano come sono.',
    institution_missing:
      'Una delle due persone deve sedere per l’istituzione che decide. Deve confermare qualcuno che siede per essa.',
    already_done: 'È già stato fatto.',
    vote_given:
      'Hai già votato nella votazione {ballot}. Un interesse si dichiara prima della discussione; potrai dichiararlo quando questa votazione sarà chiusa.',
    reason_required_one: 'Scrivi la motivazione.',
    reason_required_other: 'Scrivi la motivazione, con almeno {count} caratteri.',
    reason_too_short: 'La motivazione è troppo breve: {given} caratteri scritti, ne servono almeno {min}.',
    change_required: 'Un’obiezione deve dire anche quale modifica la supererebbe.',
    text_changed: 'Nel frattempo il testo è cambiato. Leggi il testo com’è adesso e ripeti.',
    text_unreadable:
      'Il testo contiene qualcosa che Tavolo non sa leggere. Annulla l’ultima modifica oppure incolla come testo semplice.',
    text_required: 'Non c’è ancora un testo. Scrivi prima almeno una clausola.',
    no_quorum: 'Il numero legale non è raggiunto.',
    ballot_closed: 'Questa votazione è chiusa; non accetta più voti.',
    two_person_rule:
      'È stato annunciato che la votazione {ballot} resta aperta fino a: {closesAt}. Per chiuderla prima servono due persone: una lo chiede per iscritto e un’altra la chiude. Entrambe tra: {needed}.',
    no_closing_time:
      'Per la votazione {ballot} non è stato annunciato un termine. La può chiudere una persona sola; finché mancano dei voti, con un motivo scritto.',
    closing_time_out_of_range:
      'Una votazione si chiude almeno un’ora e al massimo un anno dopo l’apertura: tra {from} e {until}.',
    ballot_suspended:
      'Questa votazione è sospesa perché è venuto meno il numero legale. Riprende quando il numero legale torna.',
    deadline_passed: 'Il termine è scaduto: era {deadline}.',
    too_early: 'È troppo presto. Sarà possibile da {from}.',
    window_too_short:
      'Il periodo è troppo breve. Giorni indicati: {given}; necessari: {min} o più. Il primo giorno possibile è {firstPossible}.',
    unknown_clause: 'In questa versione del testo non c’è la clausola «{clause}».',
    unknown_assessment: 'In questa consultazione non c’è il parere {assessment}.',
    replies_missing_one: 'Un parere è ancora senza riscontro: {assessments}.',
    replies_missing_other: '{count} pareri sono ancora senza riscontro: {assessments}.',
    statement_required:
      'Questa decisione si scosta dall’orientamento prevalente. Spiega perché, in almeno {min} caratteri.',
    hold_used_up: 'Il tuo settore ha già usato la sospensiva su questa proposta.',
    second_person_required: 'Serve una seconda persona: qualcun altro deve confermare.',
    responsibility_missing_one: 'Nessuno risponde ancora della clausola {clauses}. Indica un’organizzazione.',
    responsibility_missing_other:
      'Nessuno risponde ancora delle clausole {clauses}. Indica un’organizzazione per ciascuna.',
    agreement_incomplete: 'L’accordo non è ancora completo. Qui sotto è elencato che cosa manca.',
    mode_not_offered: 'I procedimenti nella modalità «{mode}» non sono ancora disponibili.',
    mandate_not_valid: 'Serve un mandato a negoziare che la tua componente o coalizione ti ha dato e che vale oggi.',
    unknown_option: 'Questa scelta qui non esiste.',
    not_represented: 'Non rappresenti {subject}. Ciascuno firma, rinuncia o recede solo per chi rappresenta.',
    not_a_signatory: '{subject} non ha firmato la carta, e la carta vincola solo chi firma.',
    'not_a_signatory.nobody': 'È riservato a chi ha firmato la carta.',
    not_invited: '{subject} non era al tavolo quando la carta è stata aperta a tutti, quindi non la scrive.',
    'not_invited.nobody': 'La carta è scritta da chi è stato invitato.',
    consent_missing:
      'Il gruppo di scrittura non ha ancora dato il consenso a questo testo. Devono ancora darlo: {subjects}.',
    reservations_not_allowed: 'Le regole di questa carta non ammettono riserve.',
    unknown_breach: 'Qui non c’è una violazione numero {breach}.',
    mandate_missing: 'Questo tavolo non ha un mandato con cui decidere.',
    mandate_not_active: 'Il mandato {mandate} ora non decide: è {state}.',
    mandate_over: 'Il mandato {mandate} è finito ({state}). Ciò che non era stato adottato resta com’è.',
    over_budget: 'Si supererebbe il mandato {mandate}: la decisione spende {amount}, e restano {left}.',
    ground_not_admitted: 'Non è uno dei motivi per cui è possibile: {grounds}.',
    terms_invalid: 'Qualcosa di quanto indicato non rispetta le regole.',
    hearing_missing: 'Prima di revocare il mandato va sentito il tavolo.',
    same_mode: 'Il tavolo ha già questa modalità.',
    change_under_way: 'È già in corso un altro cambio di modalità di questo tavolo: {modeChange}.',
    cannot_be_imposed:
      'Da sola l’istituzione può solo tornare alla consultazione per un periodo; ogni altro cambio lo vota il tavolo.',
    days_out_of_range: 'Giorni: da {min} a {max}; ne sono stati indicati {given}.',
    other: 'Le regole di questo tavolo ora non lo permettono.',
    rule: 'Regola: {rule}',
  },
);

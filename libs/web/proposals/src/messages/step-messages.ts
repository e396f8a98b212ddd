import { catalogue } from '@tavolo/web-ui';

/** What follows from a step, in one plain sentence or two, read before it is taken. */
export const stepMessages = catalogue(
  'step',
  {
    submit:
      'The table receives the proposal and reads it. Nobody can change the text until the negotiation is opened; then you write on together.',
    inadmissible: 'The proposal ends here. Everybody at the table reads your reason. This cannot be taken back.',
    negotiate_one:
      'The sponsors and every seat with a vote write in the text together, until all parties have confirmed the same words. There is {count} day for it.',
    negotiate_other:
      'The sponsors and every seat with a vote write in the text together, until all parties have confirmed the same words. There are {count} days for it.',
    reopen: 'The text can be changed again. The earlier version stays readable with its tally.',
    consentRound:
      'Every seat with a vote is asked whether it has a reasoned objection to the frozen text. Without one, the text is adopted and no ballot is held.',
    closeRound:
      'The stands that were given are counted as they are now: without an objection, and with the quorum, the text is adopted. Nobody can take or change a stand afterwards.',
    ballot:
      'Every seat with a vote is asked to say yes, no or abstain to the frozen text. The vote is open, by name. Who may vote is fixed at this moment.',
    ratify: 'Your bench approves the text; then it can be decided.',
    organConfirmed: 'The decision stands, and the agreement can be drawn up.',
    organRefused:
      'The decision does not take effect. Everybody reads the reason of the organ. This cannot be taken back.',
    review: 'The table looks at what the agreement has brought. The agreement stays in force meanwhile.',
    recuse: 'You leave the discussion and the vote on this proposal. It is recorded, with your reason.',
    hold: 'When {fraction} of the seats of your sector ask for it, the decision stops and mediation begins. Your reason is read by everybody.',
    mediationClosed:
      'Mediation ends now. The latest frozen text is put to a last ballot; without one the proposal closes without agreement.',
    holdClosed: 'The hold ends now, and the frozen text can be decided.',
    ratificationRequested_one:
      'The decision waits until your bench has checked the text against its mandate. It has {count} day; silence sends the text back to the negotiation.',
    ratificationRequested_other:
      'The decision waits until your bench has checked the text against its mandate. It has {count} days; silence sends the text back to the negotiation.',
    sendBack: 'The text goes back to the negotiation, and has to be confirmed again. Your reason is recorded.',
    close: 'The procedure ends. Text, votes and record stay readable for everybody who can read them now.',
    interest:
      'It is shown beside the assessment of your seat, for everybody to read. You can still give your assessment.',
    followUp: 'Everybody reads what came of the decision. The consultation is complete with it.',
    withdraw:
      'The consultation ends without a decision. The assessments stay readable, and everybody reads your reason. This cannot be taken back.',
  },
  {
    submit:
      'Il tavolo riceve la proposta e la legge. Nessuno può cambiare il testo finché non si apre il negoziato; poi si continua a scrivere insieme.',
    inadmissible: 'La proposta finisce qui. Tutti al tavolo leggono il tuo motivo. Non si può tornare indietro.',
    negotiate_one:
      'Chi propone e ogni seggio con diritto di voto scrivono insieme nel testo, finché tutte le parti hanno confermato le stesse parole. C’è {count} giorno di tempo.',
    negotiate_other:
      'Chi propone e ogni seggio con diritto di voto scrivono insieme nel testo, finché tutte le parti hanno confermato le stesse parole. Ci sono {count} giorni di tempo.',
    reopen: 'Il testo si può cambiare di nuovo. La versione precedente resta leggibile con il suo conteggio.',
    consentRound:
      'A ogni seggio con diritto di voto si chiede se ha un’obiezione motivata al testo congelato. Se non ce ne sono, il testo è adottato senza votazione.',
    closeRound:
      'Le posizioni comunicate si contano come sono ora: senza obiezioni, e con il numero legale, il testo è adottato. Dopo, nessuno può più esprimersi o cambiare la propria posizione.',
    ballot:
      'A ogni seggio con diritto di voto si chiede sì, no o astensione sul testo congelato. Il voto è palese, per nome. Chi può votare si stabilisce in questo momento.',
    ratify: 'La tua componente approva il testo; poi si può decidere.',
    organConfirmed: 'La decisione vale, e si può preparare l’accordo.',
    organRefused: 'La decisione non ha effetto. Tutti leggono il motivo dell’organo. Non si può tornare indietro.',
    review: 'Il tavolo guarda che cosa ha portato l’accordo. Intanto l’accordo resta in vigore.',
    recuse: 'Lasci la discussione e il voto su questa proposta. Resta registrato, con il tuo motivo.',
    hold: 'Quando lo chiedono {fraction} dei seggi del tuo settore, la decisione si ferma e comincia la mediazione. Tutti leggono il tuo motivo.',
    mediationClosed:
      'La mediazione finisce adesso. L’ultimo testo congelato va a un’ultima votazione; se non c’è, la proposta si chiude senza accordo.',
    holdClosed: 'La sospensiva finisce adesso, e il testo congelato si può decidere.',
    ratificationRequested_one:
      'La decisione attende che la tua componente verifichi il testo rispetto al mandato. Ha {count} giorno; il silenzio rimanda il testo al negoziato.',
    ratificationRequested_other:
      'La decisione attende che la tua componente verifichi il testo rispetto al mandato. Ha {count} giorni; il silenzio rimanda il testo al negoziato.',
    sendBack: 'Il testo torna al negoziato, e va confermato di nuovo. Il tuo motivo resta registrato.',
    close: 'Il procedimento finisce. Testo, voti e registro restano leggibili per chi li può leggere ora.',
    interest: 'È mostrato accanto al parere del tuo seggio, e tutti lo leggono. Il parere puoi darlo lo stesso.',
    followUp: 'Tutti leggono che cosa è seguito alla decisione. Con questo la consultazione è completa.',
    withdraw:
      'La consultazione finisce senza decisione. I pareri restano leggibili, e tutti leggono il tuo motivo. Non si può tornare indietro.',
  },
);

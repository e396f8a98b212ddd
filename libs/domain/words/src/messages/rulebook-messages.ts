import { catalogue } from '../catalogue.js';

/** A rulebook in plain sentences (governance `rulebookSentenceKeys`), and who decides under it (`who.*`, `whoDecidesKeys`). */
export const rulebookMessages = catalogue(
  'rulebook',
  {
    'share.strict': 'more than {fraction}',
    'share.least': 'at least {fraction}',
    'base.cast': 'the votes cast as yes or no',
    'base.present': 'the seats that are there',
    'base.eligible': 'all eligible seats',
    days_one: 'one day',
    days_other: '{count} days',
    rounds_one: 'one round',
    rounds_other: '{count} rounds',
    times_one: 'once',
    times_other: '{count} times',
    'mode.planning': 'The table works by planning. The parties are: {parties}.',
    'mode.consultation': 'The table is consulted: every seat gives its assessment, and the institution decides.',
    'mode.auto_administration': 'The table decides by itself, within the limits of a mandate.',
    'mode.auto_regulation': 'Each subject signs for itself; only those who sign are bound.',
    'quorum.none': 'A decision counts however many seats take part.',
    'market.vote': 'The seats of the market have a vote.',
    'market.voice': 'The seats of the market have a voice, and no vote.',
    shares: '{sector}: {fraction} of the seats with a vote, whether they are filled or not.',
    'quorum.overall': 'A decision counts when {share} of the eligible seats take part.',
    'quorum.perSector':
      'Of each party, at least {fraction} of its eligible seats take part, and never fewer than {min}.',
    'quorum.secondCall':
      'If too few take part, a second call can follow after {afterDays}: then {share} of the eligible seats are enough, with at least {perSectorMin} of each party.',
    'quorum.secondCallAsOne':
      'If too few take part, a second call can follow after {afterDays}: then {share} of the eligible seats are enough.',
    'quorum.emptySector.block': 'If a party has no eligible seat, nothing can be decided until it has one.',
    'quorum.emptySector.waive': 'If a party has no eligible seat, the decision goes on without it.',
    'decision.consentFirst':
      'Consent comes first: if nobody objects, the text is adopted without a ballot. At most {maxRounds}.',
    'decision.ballot': 'In a ballot the text is adopted when {share} of {base} are yes.',
    'decision.concurrence': 'Besides, each of these sectors needs more yes than no: {sectors}.',
    'decision.noConcurrence': 'No majority in each single sector is needed.',
    'decision.tieRejects': 'A tie rejects. Abstentions count for the quorum, not as votes cast.',
    hold: 'A sector can stop a decision for {days} of mediation, when {fraction} of its seats ask for it; {perProposal} for each proposal.',
    noHold: 'No sector can put a decision on hold.',
    negotiation: 'A negotiation lasts {days} at most.',
    negotiatingMandate:
      'What is adopted here is carried to tables by a spokesperson. More than half of the seats give the mandate for this: what may be promised, what not, and until when.',
    ratification: 'A bench has {days} to ratify a text that exceeds its negotiating mandate; silence sends it back.',
    referBack_zero: 'A text that does not pass is not sent back to the negotiation.',
    referBack_one: 'A text that does not pass goes back to the negotiation once.',
    referBack_other: 'A text that does not pass goes back to the negotiation up to {count} times.',
    mediation: 'Then there is mediation for {days}, and a last ballot.',
    organ: 'The law reserves the final act: the organ ({name}) confirms or refuses, with reasons, within {days}.',
    noOrgan: 'The table decides finally; nobody else has to confirm.',
    window: 'Assessments can be given for at least {min}; {urgentMin} when it is urgent, with a written reason.',
    extension_zero: 'The window is not extended.',
    extension_one: 'If fewer than {fraction} of the seats answer, the window is extended once by {days}.',
    extension_other:
      'If fewer than {fraction} of the seats answer, the window is extended up to {count} times by {days}.',
    'extension.ifSectorSilent': 'The same happens if a whole sector is silent.',
    replies: 'The institution answers every assessment with its reasons within {days}.',
    deviation:
      'If it departs from the prevailing opinion, it explains why in a statement of at least {minChars} characters, shown with the decision.',
    lapse: 'If it does not answer in time, everybody can see it; {days} later the consultation lapses.',
    signing: 'Signing is open for {days}. Each signs for itself, and can say no with a reason.',
    'signing.extension_one': 'It can be extended once by the same time, with a reason.',
    'signing.extension_other': 'It can be extended up to {count} times by the same time, with a reason.',
    reservations: 'A signatory can except a clause, with a written reason.',
    noReservations: 'Nobody signs with reservations: the charter is signed as a whole.',
    entry:
      'The charter is in force when at least {minSignatories} have signed it, from at least {minSectors} sectors. Others can join later.',
    withdrawal: 'A signatory can withdraw with a notice of {days}. What it owed by then, it still owes.',
    atRisk: 'If too few signatories are left, the charter is at risk for {days}; then it lapses, unless others join.',
    amendment: 'A new version takes effect when all signatories accept it. Whoever does not can leave at once.',
    breach:
      'If a signatory does not keep the charter, the others talk with it first; then a finding is published, and all the others together can exclude it.',
    charterReview: 'The signatories look at the charter again every {months} months.',
    noCharterReview: 'No date is set for looking at the charter again.',
    'quorum.organisations':
      'Those who take part come from at least {min} organisations; whoever sits for none counts as one.',
    'decision.ordinary': 'A decision that spends nothing is adopted when {share} of {base} are yes.',
    'decision.spending': 'A decision that spends money is adopted when {share} of {base} are yes.',
    standstill: 'An adopted decision waits {days} before it takes effect. These days do not move for holidays.',
    callIn:
      'Meanwhile the institution may call it in, with its reasons, on four grounds only: out of scope, over budget, unlawful, an interest that was not declared. Never because it would decide otherwise.',
    ruling:
      'The holders then amend it, withdraw it, or insist; if they insist, the guarantor rules on the stated ground only.',
    returned: 'What the holders reject, or cannot decide because too many are recused, goes back to the institution.',
    'who.consultation.institution':
      'The institution decides, after every seat could give its assessment; it answers each one with its reasons within {replyDays}.',
    'who.consultation.named_institution':
      'The institution, {institution}, decides after every seat could give its assessment; it answers each one with its reasons within {replyDays}.',
    'who.planning.consent':
      'The table decides together: by consent if nobody objects, otherwise by a ballot with {share} of {base}.',
    'who.planning.ballot': 'The table decides together, by a ballot with {share} of {base}.',
    'who.planning.concurrence': 'Each of these sectors needs more yes than no: {concurrence}.',
    'who.planning.organ': 'Then the organ ({organ}) confirms or refuses within {days}.',
    'who.auto_administration.holders':
      'The holders of a mandate decide by themselves, within the limits that the institution set beforehand.',
    'who.auto_regulation.each':
      'Nobody decides for others: each subject signs for itself, and only those who sign are bound.',
  },
  {
    'share.strict': 'più di {fraction}',
    'share.least': 'almeno {fraction}',
    'base.cast': 'dei voti espressi come sì o no',
    'base.present': 'dei seggi presenti',
    'base.eligible': 'dei seggi aventi diritto',
    days_one: 'un giorno',
    days_other: '{count} giorni',
    rounds_one: 'un giro',
    rounds_other: '{count} giri',
    times_one: 'una volta',
    times_other: '{count} volte',
    'mode.planning': 'Il tavolo lavora per programmazione negoziata. Le parti sono: {parties}.',
    'mode.consultation': 'Il tavolo è consultato: ogni seggio esprime il suo parere, e l’istituzione decide.',
    'mode.auto_administration': 'Il tavolo decide da sé, entro i limiti di un mandato.',
    'mode.auto_regulation': 'Ciascun soggetto firma per sé; la firma vincola solo chi firma.',
    'quorum.none': 'Una decisione vale qualunque sia il numero dei seggi che partecipano.',
    'market.vote': 'I seggi del mercato hanno il voto.',
    'market.voice': 'I seggi del mercato hanno la parola, senza voto.',
    shares: '{sector}: {fraction} dei seggi con diritto di voto, occupati o no.',
    'quorum.overall': 'Una decisione vale quando partecipa {share} dei seggi aventi diritto.',
    'quorum.perSector': 'Di ogni parte partecipa almeno {fraction} dei seggi aventi diritto, e mai meno di {min}.',
    'quorum.secondCall':
      'Se partecipano in troppo pochi, dopo {afterDays} può seguire una seconda convocazione: allora basta che partecipi {share} dei seggi aventi diritto, e non meno di {perSectorMin} di ogni parte.',
    'quorum.secondCallAsOne':
      'Se partecipano in troppo pochi, dopo {afterDays} può seguire una seconda convocazione: allora basta che partecipi {share} dei seggi aventi diritto.',
    'quorum.emptySector.block':
      'Se una parte non ha nessun seggio avente diritto, non si può decidere finché non ne ha uno.',
    'quorum.emptySector.waive': 'Se una parte non ha nessun seggio avente diritto, si decide senza di essa.',
    'decision.consentFirst':
      'Prima si cerca il consenso: se nessuno obietta, il testo è adottato senza votazione. Al massimo {maxRounds}.',
    'decision.ballot': 'In una votazione il testo è adottato quando i sì sono {share} {base}.',
    'decision.concurrence': 'Inoltre in ciascuno di questi settori servono più sì che no: {sectors}.',
    'decision.noConcurrence': 'Non serve la maggioranza in ogni singolo settore.',
    'decision.tieRejects': 'La parità respinge. Le astensioni contano per il numero legale, non come voti espressi.',
    hold: 'Un settore può fermare una decisione per {days} di mediazione, se lo chiedono {fraction} dei suoi seggi; {perProposal} per proposta.',
    noHold: 'Nessun settore può chiedere la sospensiva.',
    negotiation: 'Un negoziato dura al massimo {days}.',
    negotiatingMandate:
      'Ciò che qui si adotta lo porta ai tavoli chi ha il mandato di portavoce. Lo dà più della metà dei seggi: che cosa può promettere, che cosa no, e fino a quando.',
    ratification:
      'Una componente ha {days} per ratificare un testo che supera il suo mandato a negoziare; il silenzio lo rinvia.',
    referBack_zero: 'Un testo che non passa non torna al negoziato.',
    referBack_one: 'Un testo che non passa torna al negoziato una volta.',
    referBack_other: 'Un testo che non passa torna al negoziato fino a {count} volte.',
    mediation: 'Poi la mediazione dura {days}, e segue un’ultima votazione.',
    organ: 'La legge riserva l’atto finale: l’organo ({name}) conferma o rifiuta, motivando, entro {days}.',
    noOrgan: 'Il tavolo decide in via definitiva; nessun altro deve confermare.',
    window: 'I pareri si possono esprimere per almeno {min}; {urgentMin} se è urgente, con una motivazione scritta.',
    extension_zero: 'Il periodo non è prorogato.',
    extension_one: 'Se risponde meno di {fraction} dei seggi, il periodo è prorogato una volta di {days}.',
    extension_other: 'Se risponde meno di {fraction} dei seggi, il periodo è prorogato fino a {count} volte di {days}.',
    'extension.ifSectorSilent': 'Lo stesso accade se un intero settore tace.',
    replies: 'L’istituzione risponde a ogni parere, motivando, entro {days}.',
    deviation:
      'Se si scosta dall’orientamento prevalente, spiega perché in una dichiarazione di almeno {minChars} caratteri, mostrata con la decisione.',
    lapse: 'Se non risponde in tempo, tutti lo vedono; dopo altri {days} la consultazione decade.',
    signing: 'Si può firmare per {days}. Ciascuno firma per sé, e può dire di no con un motivo.',
    'signing.extension_one': 'Il tempo si può prorogare una volta di altrettanto, con un motivo.',
    'signing.extension_other': 'Il tempo si può prorogare fino a {count} volte di altrettanto, con un motivo.',
    reservations: 'Un firmatario può escludere una clausola, con una motivazione scritta.',
    noReservations: 'Non si firma con riserve: la carta si firma per intero.',
    entry:
      'La carta è in vigore quando l’hanno firmata almeno {minSignatories} soggetti di almeno {minSectors} settori. Gli altri possono aggiungersi dopo.',
    withdrawal: 'Un firmatario può recedere con un preavviso di {days}. Ciò che doveva fino ad allora resta dovuto.',
    atRisk: 'Se restano troppo pochi firmatari, la carta è a rischio per {days}; poi decade, se nessuno si aggiunge.',
    amendment:
      'Una nuova versione vale quando tutti i firmatari l’accettano. Chi non l’accetta può lasciare subito la carta.',
    breach:
      'Se un firmatario non rispetta la carta, prima gli altri ne parlano con lui; poi si pubblica un esito, e tutti gli altri insieme possono escluderlo.',
    charterReview: 'I firmatari verificano la carta ogni {months} mesi.',
    noCharterReview: 'Non è fissata una data per verificare la carta.',
    'quorum.organisations':
      'Chi partecipa viene da almeno {min} organizzazioni; chi non siede per nessuna conta come una.',
    'decision.ordinary': 'Una decisione senza spesa è adottata quando i sì sono {share} {base}.',
    'decision.spending': 'Una decisione di spesa è adottata quando i sì sono {share} {base}.',
    standstill:
      'Una decisione adottata attende {days} prima di essere efficace. Questi giorni non si spostano per i giorni festivi.',
    callIn:
      'Intanto l’istituzione può avocarla, motivando, solo per quattro ragioni: fuori ambito, oltre la somma disponibile, illegittima, un interesse non dichiarato. Mai perché deciderebbe altrimenti.',
    ruling:
      'I titolari allora la modificano, la ritirano o insistono; se insistono, il garante si pronuncia solo sul motivo indicato.',
    returned:
      'Ciò che i titolari respingono, o non possono decidere perché troppi si sono astenuti per conflitto d’interessi, torna all’istituzione.',
    'who.consultation.institution':
      'Decide l’istituzione, dopo che ogni seggio ha potuto esprimere il suo parere; risponde a ciascuno, motivando, entro {replyDays}.',
    'who.consultation.named_institution':
      'Decide l’istituzione, {institution}, dopo che ogni seggio ha potuto esprimere il suo parere; risponde a ciascuno, motivando, entro {replyDays}.',
    'who.planning.consent':
      'Il tavolo decide insieme: per consenso se nessuno obietta, altrimenti con una votazione in cui i sì sono {share} {base}.',
    'who.planning.ballot': 'Il tavolo decide insieme, con una votazione in cui i sì sono {share} {base}.',
    'who.planning.concurrence': 'In ciascuno di questi settori servono più sì che no: {concurrence}.',
    'who.planning.organ': 'Poi l’organo ({organ}) conferma o rifiuta entro {days}.',
    'who.auto_administration.holders':
      'I titolari di un mandato decidono da soli, entro i limiti che l’istituzione ha fissato prima.',
    'who.auto_regulation.each':
      'Nessuno decide per gli altri: ciascun soggetto firma per sé, e la firma vincola solo chi firma.',
  },
);

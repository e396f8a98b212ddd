import { type ConsultationProcedure } from '@tavolo/governance';
import { Deadline, ExplanationTree, Notice, useFormats, useMessages } from '@tavolo/web-ui';
import { ActButton } from '../acts/act-button.js';
import { Written } from '../acts/written.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { stepMessages } from '../messages/step-messages.js';
import { AttachDissent } from '../page/dissents.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { AssessmentForm } from './assessment-form.js';
import styles from './consultation.module.css';
import { DecisionForm } from './decision-form.js';
import { DecisionView } from './decision-view.js';
import { useInstitution } from './institution.js';
import { lastMoment } from './last-day.js';
import { OpenConsultation } from './open-consultation.js';
import { PrevailingView } from './prevailing-view.js';
import { ReplyForm } from './reply-form.js';
import { ThinNotice } from './thin-notice.js';

/** A consultation as people see it now: the decision when there is one, what is asked, and what prevails. */
export function ConsultationPanel({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const { may, possibility } = useStanding();
  const say = useMessages(consultationMessages);
  // Whoever decides is shown what is still missing, rather than no form at all.
  const decides = may('decision.recorded') || possibility('decision.recorded')?.refusal?.code === 'replies_missing';
  const { rulebook, extension, stage } = procedure;
  const until = lastMoment(procedure);
  const institution = useInstitution();
  const write = useFormats(rulebook.zone);
  const awaitsReplies = procedure.decision === null && stage !== 'lapsed' && stage !== 'withdrawn';
  return (
    <>
      {procedure.decision && <DecisionView procedure={procedure} decision={procedure.decision} />}
      {procedure.withdrawal && (
        <Notice tone="care" title={say('withdrawn')}>
          <p>
            <Written>{procedure.withdrawal.reason}</Written>
          </p>
        </Notice>
      )}
      {procedure.overdueSince && !procedure.decision && (
        <Notice
          tone="bad"
          title={
            stage === 'lapsed'
              ? say('lapsed', { count: rulebook.lapseDays })
              : say('overdue', { date: write.date(procedure.overdueSince) })
          }
        />
      )}
      {may('consultation.opened') && <OpenConsultation procedure={procedure} />}
      {institution && !procedure.decision && <p>{say('institution', { name: institution })}</p>}
      {until && stage === 'open' && (
        <p>
          {say('window')} <Deadline at={until} zone={rulebook.zone} />
        </p>
      )}
      {procedure.window?.urgentReason && (
        <p>
          {say('urgentBecause')} <Written>{procedure.window.urgentReason}</Written>
        </p>
      )}
      {extension && (
        <Notice tone="info" title={say('extended', { date: write.date(extension.until) })}>
          <p>{say('extended.before', { date: write.date(extension.from) })}</p>
          <ExplanationTree explanation={extension.explanation} opened={stage === 'open'} />
        </Notice>
      )}
      <ThinNotice procedure={procedure} />
      {may('assessment.submitted') && <AssessmentForm procedure={procedure} />}
      {procedure.replyDue && awaitsReplies && (
        <p>
          {say('replyDue')} <Deadline at={procedure.replyDue} zone={rulebook.zone} />
        </p>
      )}
      <PrevailingView procedure={procedure} />
      {may('reply.published') && <ReplyForm procedure={procedure} />}
      {decides && <DecisionForm procedure={procedure} />}
      {procedure.followUp && (
        <Section title={say('followUp.shown')} aside={write.date(procedure.followUp.at)}>
          <p>
            <Written>{procedure.followUp.text}</Written>
          </p>
        </Section>
      )}
      <RareSteps />
    </>
  );
}

const rare = ['interest.declared', 'dissent.attached', 'consultation.followed_up', 'consultation.withdrawn'] as const;

function RareSteps() {
  const { may } = useStanding();
  const say = useMessages(consultationMessages);
  const follows = useMessages(stepMessages);
  if (!rare.some(may)) return null;
  return (
    <div className={styles.actions} id="steps">
      {may('consultation.followed_up') && (
        <ActButton
          act="consultation.followed_up"
          label={say('followUp.title')}
          explain={follows('followUp')}
          reason="required"
          reasonLabel={say('followUp.text')}
          quiet
          body={(text) => ({ text })}
        />
      )}
      {may('interest.declared') && (
        <ActButton
          act="interest.declared"
          label={say('mine.interest')}
          explain={follows('interest')}
          reason="required"
          reasonLabel={say('mine.interestText')}
          quiet
          body={(interest) => ({ interest })}
        />
      )}
      {may('dissent.attached') && <AttachDissent />}
      {may('consultation.withdrawn') && (
        <ActButton
          act="consultation.withdrawn"
          label={say('withdraw.title')}
          explain={follows('withdraw')}
          reason="required"
          danger
          quiet
          body={(reason) => ({ reason })}
        />
      )}
    </div>
  );
}

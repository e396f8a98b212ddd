import { type Procedure } from '@tavolo/governance';
import { CharterPanel } from '../charter/charter-panel.js';
import { CharterRecord } from '../charter/charter-record.js';
import { AssessmentList } from '../consultation/assessment-list.js';
import { ConsultationPanel } from '../consultation/consultation-panel.js';
import { DecisionNote, DecisionPanel } from '../decision/decision-panel.js';
import { PlanningPanel } from '../planning/planning-panel.js';
import { PlanningRecord } from '../planning/planning-record.js';

interface ModePartProps {
  readonly procedure: Procedure;
}

/** What runs now, beside the text. */
export function PanelOf({ procedure }: ModePartProps) {
  switch (procedure.mode) {
    case 'planning':
      return <PlanningPanel procedure={procedure} />;
    case 'consultation':
      return <ConsultationPanel procedure={procedure} />;
    case 'auto_regulation':
      return <CharterPanel procedure={procedure} />;
    case 'auto_administration':
      return <DecisionPanel procedure={procedure} />;
  }
}

/** What was recorded, over the width of the page. */
export function RecordOf({ procedure }: ModePartProps) {
  switch (procedure.mode) {
    case 'planning':
      return <PlanningRecord procedure={procedure} />;
    case 'consultation':
      return <AssessmentList procedure={procedure} />;
    case 'auto_regulation':
      return <CharterRecord procedure={procedure} />;
    case 'auto_administration':
      return <DecisionNote procedure={procedure} />;
  }
}

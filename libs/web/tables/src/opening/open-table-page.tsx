import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { openingRoutes, type OpenTableBody } from '@tavolo/contracts';
import { presetOf, rulebookFrom, sectors, type Preset, type Rulebook } from '@tavolo/governance';
import { usePerform, useSession } from '@tavolo/web-data';
import {
  homeZone,
  Loading,
  localParts,
  Notice,
  Page,
  ProblemMessage,
  useLanguage,
  useMessages,
  useNow,
} from '@tavolo/web-ui';
import { useEffect, useMemo, useRef, useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { openingMessages } from '../messages/opening-messages.js';
import { PersonFinder } from '../people/person-choice.js';
import { RulebookFields } from '../rulebook/changing/rulebook-fields.js';
import { useRulebookDraft } from '../rulebook/changing/use-rulebook-draft.js';
import { RulebookSentences } from '../rulebook/rulebook-sentences.js';
import { AreaChoice, type AreaWanted } from './area-choice.js';
import styles from './opening.module.css';
import { PresetChoice } from './preset-choice.js';
import { SeatCounts, seatsIn, startingSeats, type SeatTexts } from './seat-counts.js';

/** Opens a table from a preset with six settings; administrators may. */
export function OpenTablePage() {
  const { data } = useSession();
  const say = useMessages(openingMessages);
  if (!data) return <Loading />;
  return (
    <Page title={say('title')} below={<p>{say('lead')}</p>}>
      {data.person?.administrator ? <OpenTable me={data.person.id} /> : <p>{say('notAllowed')}</p>}
    </Page>
  );
}

function OpenTable({ me }: { readonly me: string }) {
  const say = useMessages(openingMessages);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  const [name, setName] = useState('');
  const [area, setArea] = useState<AreaWanted>({ kind: 'none' });
  const [preset, setPreset] = useState<Preset>(presetOf('it-art55-co-design'));
  const [convener, setConvener] = useState<'me' | 'other'>('me');
  const [other, setOther] = useState<string | null>(null);
  const [seats, setSeats] = useState<SeatTexts>(startingSeats(preset));
  const [visibility, setVisibility] = useState<'public' | 'members'>('public');
  const draft = useRulebookDraft(useFirstRulebook(preset, seats));
  const { perform, busy, error } = usePerform(openingRoutes.openTable, {
    onDone: ({ key }) => void navigate(`/tables/${key}`),
  });
  const tried = tries > 0;
  const person = convener === 'me' ? me : other;
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  const body = (): OpenTableBody | null => {
    const counts = sectors.map((sector) => [sector, seatsIn(seats[sector])] as const);
    const given = counts.flatMap(([sector, count]) => (count ? [[sector, count] as const] : []));
    const short = name.trim().length < 3 || (area.kind === 'new' && area.name.trim().length < 3);
    const unclear = given.length === 0 || counts.some(([, count]) => count === null) || draft.wrong;
    if (short || unclear || person === null) return null;
    return {
      name: { [language]: name.trim() },
      area: area.kind === 'none' ? null : area.kind === 'known' ? area.id : { name: { [language]: area.name.trim() } },
      preset: preset.key,
      convener: person,
      seats: Object.fromEntries(given),
      visibility,
      ...(draft.changed ? { rulebook: draft.rulebook } : {}),
    };
  };
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    const wanted = body();
    if (wanted) void perform({ body: wanted });
  };
  const choose = (next: Preset): void => {
    setPreset(next);
    setSeats(startingSeats(next));
    draft.reset();
  };
  const short = tried && name.trim().length < 3;
  return (
    <div className={styles.opening}>
      <div className={styles.settings}>
        <form ref={form} id="opening" onSubmit={send} noValidate className={styles.form}>
          <TextInput
            label={say('name')}
            value={name}
            maxLength={120}
            error={short ? say('name.short') : undefined}
            aria-invalid={short ? true : undefined}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <AreaChoice area={area} tried={tried} onChange={setArea} />
          <PresetChoice preset={preset} onChange={choose} />
          <SeatCounts texts={seats} tried={tried} onChange={setSeats} />
          <NativeSelect
            label={say('visibility')}
            value={visibility}
            data={(['public', 'members'] as const).map((value) => ({ value, label: say(`visibility.${value}`) }))}
            onChange={({ currentTarget }) => setVisibility(currentTarget.value === 'members' ? 'members' : 'public')}
          />
          <Radio.Group
            label={say('convener')}
            description={say('convener.hint')}
            value={convener}
            onChange={(value) => setConvener(value === 'other' ? 'other' : 'me')}
          >
            <div className={styles.choices}>
              <Radio value="me" label={say('convener.me')} />
              <Radio value="other" label={say('convener.other')} />
            </div>
          </Radio.Group>
        </form>
        {convener === 'other' && (
          <PersonFinder error={tried && other === null ? say('convener.missing') : undefined} onChange={setOther} />
        )}
        <details>
          <summary>{say('change')}</summary>
          <RulebookFields draft={draft} />
        </details>
        {draft.changed && (
          <Notice tone="info">
            <p>{say('changed')}</p>
            <Button variant="outline" size="sm" onClick={draft.reset}>
              {say('reset')}
            </Button>
          </Notice>
        )}
        {preset.kind === 'auto_administration' && (
          <Notice tone="info">
            <p>{say('notOffered')}</p>
          </Notice>
        )}
        {tried && draft.wrong && <Notice tone="care" title={say('wrongRules')} role="alert" />}
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" form="opening" loading={busy} className={styles.open ?? ''}>
          {say('open')}
        </Button>
      </div>
      <section className={styles.rules} aria-label={say('rules')}>
        <h2>{say('rules')}</h2>
        <RulebookSentences rulebook={draft.rulebook} />
      </section>
    </div>
  );
}

/** The rulebook that the table would begin with, as its preset and its sectors make it. */
function useFirstRulebook(preset: Preset, seats: SeatTexts): Rulebook {
  const today = localParts(useNow()).date;
  const voting = sectors.filter(
    (sector) => seatsIn(seats[sector]) !== 0 && (sector !== 'market' || preset.shares?.market !== undefined),
  );
  const known = voting.join();
  return useMemo(() => {
    const head = {
      key: 'RB-1',
      version: 1,
      adoptedOn: today,
      zone: homeZone,
      holidays: { country: 'IT', local: [] },
    } as const;
    const made = rulebookFrom(
      preset,
      head,
      sectors.filter((sector) => known.split(',').includes(sector)),
    );
    if (!made) throw new RangeError(`no table is opened from ${preset.key}`);
    return made;
  }, [preset, known, today]);
}

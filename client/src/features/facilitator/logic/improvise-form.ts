/** An inject being made up: what is filled in so far, what it lacks, and the command it becomes. */
import type { ContactId, PartyId, TeamId } from '@trilogue/engine/protocol/ids';
import type { Submit } from '@trilogue/engine/protocol/socket';
import type { FacilitatorInject, FacilitatorView } from '@trilogue/engine/views/facilitator-view';

export type ImproviseCommand = Extract<Submit['command'], { type: 'ImproviseInject' }>;
export type Recipient = 'all' | PartyId | TeamId;

export interface ImproviseForm {
  readonly channel: FacilitatorInject['channel'];
  readonly from: ContactId | null;
  readonly to: readonly Recipient[];
  readonly tlp: FacilitatorInject['tlp'];
  /** By language. */
  readonly titles: Readonly<Record<string, string>>;
  readonly bodies: Readonly<Record<string, string>>;
  readonly expectations: readonly ExpectationForm[];
  readonly files: readonly FileForm[];
  readonly releaseNow: boolean;
  readonly untilTranslated: boolean;
}

export interface ExpectationForm {
  readonly kind: 'acknowledge' | 'respond';
  readonly withinMinutes: number;
  readonly points: number;
}

export interface FileForm {
  /** As the server calls it. */
  readonly file: string;
  readonly isPicture: boolean;
  readonly title: string;
  /** What a picture shows, for whoever can't see it. */
  readonly alt: string;
}

export type Lack = 'from' | 'to' | 'words' | 'titleOrBody' | 'fileTitle';

export const emptyForm: ImproviseForm = {
  channel: 'email',
  from: null,
  to: [],
  tlp: 'GREEN',
  titles: {},
  bodies: {},
  expectations: [],
  files: [],
  releaseNow: true,
  untilTranslated: false,
};

/** What still has to be filled in before it can be sent; null where nothing has. */
export function lackOf(form: ImproviseForm): Lack | null {
  if (form.from === null) return 'from';
  if (form.to.length === 0) return 'to';
  const titled = languagesOf(form.titles);
  const written = languagesOf(form.bodies);
  if (titled.length === 0 || written.length === 0) return 'words';
  // Half an inject in a language would be read as a whole one.
  if (titled.join() !== written.join()) return 'titleOrBody';
  return form.files.some(({ title }) => title.trim() === '') ? 'fileTitle' : null;
}

export function toCommand(form: ImproviseForm): ImproviseCommand | null {
  const { channel, from, to, tlp, expectations, files, releaseNow, untilTranslated } = form;
  if (from === null || lackOf(form) !== null) return null;
  return {
    type: 'ImproviseInject',
    title: filled(form.titles),
    body: filled(form.bodies),
    channel,
    from,
    to: [...to] as ImproviseCommand['to'],
    tlp,
    expectations: [...expectations],
    ...(files.length === 0
      ? {}
      : {
          attachments: files.map(({ file, title, alt }) => ({
            file,
            title: title.trim(),
            ...(alt.trim() === '' ? {} : { alt: alt.trim() }),
          })),
        }),
    releaseNow,
    untilTranslated,
  };
}

/** Languages that readers need and that are not written yet, in the scenario's order. */
export function languagesLacking(
  form: Pick<ImproviseForm, 'to' | 'titles'>,
  { cast, exercise }: Pick<FacilitatorView, 'cast' | 'exercise'>,
): string[] {
  const reached = new Set(
    cast.teams
      .filter(({ id, partyId }) =>
        form.to.some((to) => to === 'all' || to === id || to === partyId),
      )
      .map(({ id }) => id),
  );
  const reads = new Set(
    cast.tables
      .filter(({ teamIds }) => teamIds.some((id) => reached.has(id)))
      .map((table) => table.reads),
  );
  const written = languagesOf(form.titles);
  return exercise.languages.filter(
    (language) => reads.has(language) && !written.includes(language),
  );
}

function languagesOf(texts: Readonly<Record<string, string>>): string[] {
  return Object.keys(filled(texts)).sort();
}

function filled(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) =>
      text.trim() === '' ? [] : [[language, text.trim()]],
    ),
  );
}

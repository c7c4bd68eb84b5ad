// The merge workspace: parents left and right, the joint text between them, what is left out below, ribbons and lists.
import '#client/features/merge/merge.css'
import { Handshake, List, TextQuote } from 'lucide-react'
import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChosenBar } from '#client/features/merge/ChosenBar.tsx'
import { FateList } from '#client/features/merge/FateList.tsx'
import { JointPane } from '#client/features/merge/JointPane.tsx'
import { blockElement, goToSentence } from '#client/features/merge/jointPlaces.ts'
import { LeftOut } from '#client/features/merge/LeftOut.tsx'
import { MergeHead } from '#client/features/merge/MergeHead.tsx'
import { MergeContext, type MergeHands, PassageCallsContext } from '#client/features/merge/mergeContext.ts'
import { listed } from '#client/features/merge/mergeNames.ts'
import { type MergeSources, sourcesOf } from '#client/features/merge/mergeSources.ts'
import { OtherPane } from '#client/features/merge/OtherPane.tsx'
import { ParentPane } from '#client/features/merge/ParentPane.tsx'
import { onPassageKey } from '#client/features/merge/passageKeys.ts'
import { Ribbons } from '#client/features/merge/Ribbons.tsx'
import { placeKey } from '#client/features/merge/ribbonPaths.ts'
import { SourcesMoved } from '#client/features/merge/SourceMoved.tsx'
import { scrollInside } from '#client/features/merge/scrollInside.ts'
import { useJointCaret } from '#client/features/merge/useJointCaret.ts'
import { useMerge } from '#client/features/merge/useMerge.ts'
import { type OpenedMerge, useOpenedMerge } from '#client/features/merge/useMergeHands.ts'
import { useSaidRemaining } from '#client/features/merge/useSaidRemaining.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { ViewTabs } from '#client/ui/ViewTabs.tsx'

export interface MergeWorkspaceProps {
  readonly mergeId: string
  /** `wide`: three readings side by side; `one`: one at a time, as on a phone. */
  readonly layout: 'wide' | 'one'
  /** The joint text, with the sources that its words may come from; its parts carry `data-joint`. */
  readonly joint: (sources: MergeSources) => ReactNode
  /** Consents and adoption. */
  readonly footer?: ReactNode
  /** Further buttons of the head: the room's tools. */
  readonly more?: ReactNode
  readonly onBack: () => void
}

export function MergeWorkspace(props: MergeWorkspaceProps) {
  const { t } = useTranslation('merge')
  const merge = useMerge(props.mergeId)
  const body = useRef<HTMLDivElement>(null)
  const shown = useRef<(passage: string) => void>(() => undefined)
  const showInJoint = useCallback((passage: string) => shown.current(passage), [])
  const opened = useOpenedMerge(props.mergeId, showInJoint)
  if (!opened)
    return (
      <div className="mg" data-layout={props.layout}>
        {merge ? (
          <div className="mg-waiting">
            <Skeleton lines={[40, 90, 80, 95, 60]} label={t('loading')} />
          </div>
        ) : (
          <div className="mg-waiting">
            <Empty
              icon={TextQuote}
              title={t('gone')}
              action={
                <button type="button" className="btn" onClick={props.onBack}>
                  {t('back')}
                </button>
              }
            >
              {t('goneText')}
            </Empty>
          </div>
        )}
      </div>
    )
  return (
    <PassageCallsContext value={opened.calls}>
      <MergeContext value={opened.hands}>
        <Workspace {...props} opened={opened} body={body} shown={shown} />
        {opened.dialog}
      </MergeContext>
    </PassageCallsContext>
  )
}

interface WorkspaceProps extends MergeWorkspaceProps {
  readonly opened: OpenedMerge
  readonly body: { readonly current: HTMLDivElement | null }
  readonly shown: { current: (passage: string) => void }
}

function Workspace({ opened, body, shown, ...props }: WorkspaceProps) {
  const { t } = useTranslation('merge')
  const { layout, joint, footer, onBack } = props
  const { hands } = opened
  const [view, setView] = useState<'list' | 'joint' | 'consent'>('list')
  const [listedWide, setListedWide] = useState(false)
  const { parties } = hands
  const { parents } = hands.reading
  const sources = useMemo(() => sourcesOf(parents, parties), [parents, parties])
  const asList = layout === 'one' ? view === 'list' : listedWide
  const withJoint = layout === 'wide' || view === 'joint'
  useSaidRemaining(hands.reading.counts.open)
  useJointCaret(body, hands.reading.joint, (sentence) => {
    const source = passagesAt(hands, placeKey(sentence))
    if (source[0] !== undefined) hands.select(source[0])
  })
  useBothEndsInSight(body, hands)
  useEffect(() => {
    shown.current = (passage) => {
      hands.select(passage)
      if (layout === 'one') setView('joint')
      // After a view that was away has come.
      requestAnimationFrame(() => goToPassage(body.current, hands, passage))
    }
  })
  const title = t(hands.parties.length > 1 ? 'name' : 'nameAlone', {
    names: listed(
      t,
      hands.parties.map(({ fullName }) => fullName),
    ),
  })
  return (
    <div className="mg" data-layout={layout} data-merge={hands.merge.id}>
      <MergeHead
        title={title}
        onBack={onBack}
        onFilter={opened.setFilter}
        onChoosing={opened.setChoosing}
        listed={layout === 'wide' ? listedWide : undefined}
        onListed={setListedWide}
        more={props.more}
      />
      {layout === 'one' && (
        <div className="mg-views stage">
          <ViewTabs
            label={t('views')}
            chosen={view}
            onChoose={setView}
            tabs={[
              { key: 'list', label: t('view.list'), icon: List, panelId: 'mg-panel-list' },
              { key: 'joint', label: t('view.joint'), icon: TextQuote, panelId: 'mg-panel-joint' },
              ...(footer
                ? [
                    {
                      key: 'consent' as const,
                      label: t('view.consent'),
                      icon: Handshake,
                      panelId: 'mg-panel-consent',
                    },
                  ]
                : []),
            ]}
          />
        </div>
      )}
      <div className="mg-moved">
        <StillSources />
      </div>
      <div
        className="mg-body"
        ref={body}
        data-view={asList ? 'list' : layout === 'wide' ? 'three' : view}
        onKeyDown={(event) => onPassageKey(event, hands)}
        onFocus={(event) => lookAtFocused(event.target, hands)}
        {...(layout === 'one'
          ? { role: 'tabpanel', id: `mg-panel-${view}`, 'aria-labelledby': `tab-mg-panel-${view}` }
          : {})}
      >
        {!asList && layout === 'wide' && <StillRibbons key={hands.reading.parents.length} body={body} />}
        {asList && <StillFates />}
        {!asList && layout === 'wide' && <StillFirst hands={hands} />}
        {withJoint && (
          <div className="mg-mid" data-region="joint" tabIndex={-1}>
            <JointPane>{joint(sources)}</JointPane>
            <StillLeftOut />
          </div>
        )}
        {!asList && layout === 'wide' && <StillOther />}
        {layout === 'one' && view === 'consent' && footer}
      </div>
      <ChosenBar onClear={opened.clearChosen} />
      {footer && layout === 'wide' && <footer className="mg-foot">{footer}</footer>}
    </div>
  )
}

/** The room above is drawn again with every letter that is sent; these only when something of the merge is another. */
const [StillSources, StillRibbons, StillFates] = [memo(SourcesMoved), memo(Ribbons), memo(FateList)]
const [StillFirst, StillOther, StillLeftOut] = [memo(FirstPane), memo(OtherPane), memo(LeftOut)]

function FirstPane({ hands }: { hands: MergeHands }) {
  const [parent] = hands.reading.parents
  const [party] = hands.parties
  return parent && party && <ParentPane parent={parent} party={party} look="side" />
}

/** The keyboard's passage is the one that is looked at; a press of the mouse decides by itself. */
function lookAtFocused(target: EventTarget & Element, hands: MergeHands): void {
  if (!target.matches('.mg-say:focus-visible')) return
  const passage = target.closest<HTMLElement>('[data-passage]')?.dataset['passage']
  if (passage !== undefined && passage !== hands.selected) hands.select(passage)
}

/** The passages that a sentence of the joint text keeps or says. */
const passagesAt = ({ reading }: MergeHands, place: string): readonly string[] =>
  [...reading.fates].flatMap(([id, fate]) =>
    'targets' in fate && fate.targets.some((target) => placeKey(target) === place) ? [id] : [],
  )

/** What is looked at brings the other ends of its ribbons into sight, unless somebody writes in the joint text. */
function useBothEndsInSight(
  body: { readonly current: HTMLElement | null },
  { selected, reading, rowOf }: MergeHands,
): void {
  const fate = selected === undefined ? undefined : reading.fates.get(selected)
  const [target] = fate && 'targets' in fate ? fate.targets : []
  const place = target && placeKey(target)
  const row = selected === undefined ? undefined : rowOf.get(selected)
  const latest = useRef(target)
  useEffect(() => {
    latest.current = target
  })
  // By its place: the target is a new object with every reading.
  useEffect(() => {
    const [area, middle] = [body.current, body.current?.querySelector('.mg-mid')]
    if (!area || selected === undefined || middle?.contains(document.activeElement)) return
    if (middle && place && latest.current) scrollInside(blockElement(middle, latest.current), 'nearest')
    for (const other of row ?? [])
      if (other !== selected)
        scrollInside(area.querySelector(`.mg-side [data-passage="${CSS.escape(other)}"]`), 'nearest')
  }, [body, selected, place, row])
}

function goToPassage(body: HTMLElement | null, hands: MergeHands, passage: string): void {
  const middle = body?.querySelector('.mg-mid')
  if (!middle) return
  const row = hands.rowOf.get(passage) ?? [passage]
  const target = [passage, ...row]
    .map((id) => hands.reading.fates.get(id))
    .flatMap((fate) => (fate && 'targets' in fate ? fate.targets : []))[0]
  const sentence = target && hands.reading.joint.find((one) => placeKey(one) === placeKey(target))
  if (sentence) return goToSentence(middle, sentence)
  const left = middle.querySelector<HTMLElement>(`[data-left-out="${CSS.escape(passage)}"]`)
  if (left) return scrollInside(left, 'center')
  // Nothing says it yet: it is worded anew at the end of its own part.
  const part = hands.names.get(passage)?.passage
  const root = middle.querySelector(`[data-joint="${part?.kind === 'sentence' ? part.section : part?.kind}"]`)
  root?.querySelector<HTMLElement>('[contenteditable="true"], textarea')?.focus()
}

/** The declaring screen: pillars at the side, one indicator in the middle, its evidence and reckoning beside it. */
import { Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { LineSkeleton } from "../../../shared/loaded.js";
import { useText } from "../../../shared/text.js";
import { PROFILE } from "../drafts/edit.js";
import { CheckDialog } from "./check-dialog.js";
import { ClosedNotice } from "./closed-notice.js";
import { CommentsPanel } from "./comments-panel.js";
import { ConflictDialog } from "./conflict-dialog.js";
import { useDeclaration } from "./declaration.js";
import { IndicatorForm } from "./indicator-form.js";
import { PillarNav } from "./pillar-nav.js";
import { openPlace, stepFrom } from "./places.js";
import { ProfileForm } from "./profile-form.js";
import { ReturnedBanner } from "./returned-banner.js";
import classes from "./screen.module.css";
import { ScreenHeader } from "./screen-header.js";
import { ShortcutsDialog } from "./shortcuts-dialog.js";
import { StatusBar } from "./status-bar.js";
import { TracePanel } from "./trace-panel.js";

/** Only the Office assigns; what it needs is fetched when it first does. */
const AssignDialog = lazy(async () => ({ default: (await import("./assign-dialog.js")).AssignDialog }));

/** Reads documents out of Vietnamese text, which takes as much code as the form; the form comes first. */
const EvidencePanel = lazy(async () => ({
  default: (await import("../evidence/evidence-panel.js")).EvidencePanel,
}));

interface DeclaringScreenProps {
  /** The place asked for in the address. */
  readonly at: string | undefined;
  /** `replace`: the place stands in for the one in the address, which Back does not come upon again. */
  onGo(at: string, replace?: boolean): void;
}

/** Where a key press belongs to the field it is typed into. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [role=dialog]") !== null;
}

interface Keys {
  step(steps: number): void;
  search(): void;
  help(): void;
}

/** Alt+↓ and Alt+↑ go on and back, / searches, ? shows the keys. */
function useKeys({ step, search, help }: Keys): void {
  const latest = useRef({ step, search, help });
  latest.current = { step, search, help };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        latest.current.step(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "/" && !isTyping(event.target)) {
        event.preventDefault();
        latest.current.search();
      } else if (event.key === "?" && !isTyping(event.target)) latest.current.help();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

/** Puts the eye and the focus at the head of the indicator that was just opened. */
function useHeadInView(here: string): (head: HTMLElement | null) => void {
  const head = useRef<HTMLElement | null>(null);
  const before = useRef(here);
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    window.scrollTo({ top: 0 });
    head.current?.focus({ preventScroll: true });
  }, [here]);
  return (element) => {
    head.current = element;
  };
}

/** All of it; see DESIGN section 6. */
export function DeclaringScreen({ at, onGo }: DeclaringScreenProps): ReactNode {
  const say = useText();
  const { assessment, view, store, mayDeclare, own } = useDeclaration();
  const here = openPlace(view, at, own);
  const open = view.byAddress.get(here);
  const [drawer, drawerIs] = useDisclosure(false);
  const [check, checkIs] = useDisclosure(false);
  const [keys, keysAre] = useDisclosure(false);
  const [assigning, setAssigning] = useState(false);
  const [assignAsked, setAssignAsked] = useState(false);
  const headRef = useHeadInView(here);
  const go = (place: string): void => {
    store.flush();
    drawerIs.close();
    if (place !== at) onGo(place);
  };
  // The place opened unasked stays the one that is open, whatever is filled in there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the address names another place
  useEffect(() => {
    if (at !== here) onGo(here, true);
  }, [at, here]);
  const step = (steps: number): void => {
    const next = stepFrom(view, here, steps);
    if (next !== undefined) go(next);
  };
  useKeys({
    step,
    help: keysAre.open,
    search: () => {
      const box = document.querySelector<HTMLInputElement>("[data-search-indicators]");
      if (box?.offsetParent) box.focus();
      else drawerIs.open();
    },
  });
  const assign = (): void => {
    setAssignAsked(true);
    setAssigning(true);
  };
  const nav = <PillarNav here={here} onGo={go} onAssign={assign} />;
  return (
    <div className={classes.screen}>
      <ScreenHeader onMenu={drawerIs.open} />
      <div className={classes.areas}>
        <nav className={classes.side} aria-label={say("assessments.nav.title")} data-print="hide">
          {nav}
        </nav>
        <div className={classes.center}>
          <ReturnedBanner />
          <ClosedNotice />
          {here === PROFILE || !open ? (
            <ProfileForm headRef={headRef} onStep={step} />
          ) : (
            <IndicatorForm key={here} view={open} headRef={headRef} onStep={step} />
          )}
        </div>
        {open && here !== PROFILE && (
          <aside key={here} className={classes.aside} aria-label={say("assessments.aside.title")}>
            <Suspense fallback={<LineSkeleton lines={3} />}>
              <EvidencePanel view={open} readOnly={!mayDeclare(here)} />
            </Suspense>
            <TracePanel view={open} />
            {assessment.may.comment && <CommentsPanel code={here} />}
          </aside>
        )}
      </div>
      <StatusBar
        onCheck={checkIs.open}
        onMenu={drawerIs.open}
        onKeys={keysAre.open}
        onStep={step}
        onGo={go}
      />
      <Drawer
        opened={drawer}
        onClose={drawerIs.close}
        title={say("assessments.nav.title")}
        size={360}
        closeButtonProps={{ "aria-label": say("shared.close") }}
      >
        {nav}
      </Drawer>
      <CheckDialog opened={check} onClose={checkIs.close} onGo={go} />
      <ConflictDialog onGo={go} />
      <ShortcutsDialog opened={keys} onClose={keysAre.close} />
      <Suspense>
        {assignAsked && <AssignDialog opened={assigning} onClose={() => setAssigning(false)} />}
      </Suspense>
    </div>
  );
}

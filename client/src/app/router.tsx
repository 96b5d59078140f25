/** One lazy route per feature: a player never loads the facilitator's screens. */
import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { OfflineShell } from '../offline/offline-shell';
import { PageBoundary } from './page-boundary';
import { PageFallback } from './page-fallback';

const LobbyPage = lazy(async () => ({
  default: (await import('../features/lobby/lobby-page')).LobbyPage,
}));
const WaitPage = lazy(async () => ({
  default: (await import('../features/lobby/wait-page')).WaitPage,
}));
const PlayerPage = lazy(async () => ({
  default: (await import('../features/player/player-page')).PlayerPage,
}));
const ObserverPage = lazy(async () => ({
  default: (await import('../features/observer/observer-page')).ObserverPage,
}));
const StaffPage = lazy(async () => ({
  default: (await import('../features/staff/staff-page')).StaffPage,
}));
const WelcomePage = lazy(async () => ({
  default: (await import('../features/account/welcome-page')).WelcomePage,
}));
const AccountPage = lazy(async () => ({
  default: (await import('../features/account/account-page')).AccountPage,
}));
const AccountsPage = lazy(async () => ({
  default: (await import('../features/account/accounts-page')).AccountsPage,
}));
const FacilitatorPage = lazy(async () => ({
  default: (await import('../features/facilitator/facilitator-page')).FacilitatorPage,
}));
const EvaluatorPage = lazy(async () => ({
  default: (await import('../features/evaluator/evaluator-page')).EvaluatorPage,
}));
const TranslatorPage = lazy(async () => ({
  default: (await import('../features/facilitator/translator/translator-page')).TranslatorPage,
}));

const ReviewPage = lazy(async () => ({
  default: (await import('../features/review/review-page')).ReviewPage,
}));

export function Router() {
  return (
    <BrowserRouter>
      <OfflineShell />
      <PageBoundary>
        <Suspense fallback={<PageFallback />}>
          <Routes>
            <Route path="/join/:code" element={<LobbyPage />} />
            <Route path="/wait/:exerciseId/:seatId" element={<WaitPage />} />
            <Route path="/play/:exerciseId/:seatId" element={<PlayerPage />} />
            <Route path="/wall/:exerciseId/:seatId" element={<ObserverPage />} />
            <Route path="/staff" element={<StaffPage />} />
            <Route path="/welcome" element={<WelcomePage />} />
            <Route path="/account" element={<AccountPage />} />
            <Route path="/accounts" element={<AccountsPage />} />
            <Route path="/review/:exerciseId" element={<ReviewPage />} />
            <Route path="/review/:exerciseId/:seatId" element={<ReviewPage />} />
            <Route path="/control/:exerciseId" element={<FacilitatorPage />} />
            <Route path="/evaluate/:exerciseId" element={<EvaluatorPage />} />
            <Route path="/evaluate/:exerciseId/:seatId" element={<EvaluatorPage />} />
            <Route path="/translate/:exerciseId" element={<TranslatorPage />} />
            <Route path="/translate/:exerciseId/:seatId" element={<TranslatorPage />} />
            <Route path="*" element={<LobbyPage />} />
          </Routes>
        </Suspense>
      </PageBoundary>
    </BrowserRouter>
  );
}

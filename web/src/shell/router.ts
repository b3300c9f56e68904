import { createRouter, createWebHistory, type LocationQuery } from 'vue-router'
import SignIn from '../identity/SignIn.vue'
import { useSession } from '../identity/session'
import { going } from './going'

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown to whoever asks, signed in or not. */
    everybody?: boolean
    /** A page of the portal: a citizen sees no other. */
    portal?: boolean
    /** Asks for the page's first data while the page itself is still being built. */
    ahead?: (query: LocationQuery) => void
  }
}

/** The register as it is today; an address with clocks of its own asks for itself. */
function registerAhead(query: LocationQuery): void {
  if (query.t === undefined && query.k === undefined) void import('../onemap/layers').then(({ useLayers }) => useLayers().load())
}

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/', name: 'desk', component: () => import('../onemap/Desk.vue'), meta: { ahead: registerAhead } },
    { path: '/reviews', name: 'reviews', component: () => import('../conformity/ReviewList.vue') },
    { path: '/reviews/:id', name: 'review', component: () => import('../conformity/ReviewPage.vue'), props: true },
    { path: '/rules', name: 'rules', component: () => import('../rules/RulesPage.vue') },
    { path: '/rules/conversion', name: 'conversion', component: () => import('../rules/ConversionPage.vue') },
    { path: '/rules/:id', name: 'rule', component: () => import('../rules/RulesPage.vue'), props: true },
    { path: '/place', name: 'place', component: () => import('../dossier/PlacePage.vue') },
    { path: '/feature/:layer/:hash/:id', name: 'feature', component: () => import('../dossier/PlacePage.vue') },
    { path: '/burdens', name: 'burdens', component: () => import('../dossier/BurdensPage.vue') },
    { path: '/v/:id', name: 'verify', component: () => import('../conformity/PaperCheck.vue'), props: true, meta: { everybody: true } },
    { path: '/batches', name: 'batches', component: () => import('../batch/BatchList.vue') },
    { path: '/batches/:id', name: 'batch', component: () => import('../batch/BatchPage.vue'), props: true },
    { path: '/submissions', name: 'submissions', component: () => import('../intake/SubmissionList.vue') },
    { path: '/submissions/new', name: 'new-submission', component: () => import('../intake/SubmissionForm.vue') },
    { path: '/submissions/:id', name: 'submission', component: () => import('../intake/SubmissionPage.vue'), props: true },
    { path: '/cases', name: 'cases', component: () => import('../cases/InboxPage.vue') },
    { path: '/cases/new', name: 'new-case', component: () => import('../cases/CounterPage.vue') },
    { path: '/cases/:id/candidates', name: 'case-candidates', component: () => import('../permitting/CandidatesPage.vue'), props: true },
    { path: '/cases/:id/visits', name: 'case-visits', component: () => import('../permitting/VisitsPage.vue'), props: true },
    { path: '/cases/:id', name: 'case', component: () => import('../cases/CasePage.vue'), props: true },
    { path: '/supervision', name: 'supervision', component: () => import('../supervision/ProcessPage.vue') },
    { path: '/compare', name: 'compare', component: () => import('../compare/ComparePage.vue') },
    { path: '/survey', name: 'survey', component: () => import('../survey/SurveyPage.vue') },
    { path: '/lines', name: 'lines', component: () => import('../lines/LinesPage.vue') },
    { path: '/lines/new', name: 'new-proposal', component: () => import('../lines/ProposalForm.vue') },
    { path: '/lines/stakes', name: 'stakes', component: () => import('../lines/StakesPage.vue') },
    { path: '/lines/proposals/:id', name: 'proposal', component: () => import('../lines/ProposalPage.vue'), props: true },
    { path: '/lines/proposals/:id/change', name: 'change-proposal', component: () => import('../lines/ProposalForm.vue'), props: true },
    { path: '/lines/:layer', name: 'line', component: () => import('../lines/LinePage.vue'), props: true },
    { path: '/plans/results', name: 'plan-results', component: () => import('../plans/ResultsPage.vue') },
    { path: '/plans/results/new', name: 'new-plan-result', component: () => import('../plans/ResultForm.vue') },
    { path: '/plans/results/:id', name: 'plan-result', component: () => import('../plans/ResultPage.vue'), props: true },
    { path: '/plans/results/:id/amend', name: 'amend-plan', component: () => import('../plans/ResultForm.vue'), props: (to) => ({ id: to.params.id, means: 'amend' }) },
    { path: '/plans/results/:id/change', name: 'change-plan', component: () => import('../plans/ResultForm.vue'), props: (to) => ({ id: to.params.id, means: 'change' }) },
    { path: '/plans/sectors', name: 'sector-plans', component: () => import('../plans/SectorsPage.vue') },
    { path: '/plans/sectors/:code', name: 'sector-plan', component: () => import('../plans/SectorPage.vue'), props: true },
    { path: '/plans/villages', name: 'village-plans', component: () => import('../plans/VillagesPage.vue') },
    { path: '/plans/functions', name: 'main-functions', component: () => import('../plans/FunctionsPage.vue') },
    { path: '/plans/plots', name: 'plots', component: () => import('../plans/PlotsPage.vue') },
    { path: '/plans/conditions', name: 'conditions', component: () => import('../plans/ConditionsPage.vue') },
    { path: '/plans/conditions/:id', name: 'condition', component: () => import('../plans/ConditionPage.vue'), props: true },
    { path: '/plans/coverage', name: 'plan-coverage', component: () => import('../plans/CoveragePage.vue') },
    { path: '/permits', name: 'permits', component: () => import('../permitting/PermitsPage.vue') },
    { path: '/permits/:id', name: 'permit', component: () => import('../permitting/PermitPage.vue'), props: true },
    { path: '/survey-results', name: 'survey-results', component: () => import('../permitting/SurveysPage.vue') },
    { path: '/data', redirect: '/data/catalogue' },
    { path: '/data/catalogue', name: 'catalogue', component: () => import('../catalogue/CataloguePage.vue') },
    { path: '/data/catalogue/:layer', name: 'catalogue-entry', component: () => import('../catalogue/CataloguePage.vue'), props: true },
    { path: '/data/catalogue/:layer/compare', name: 'versions-compared', component: () => import('../compare/VersionsPage.vue'), props: true },
    { path: '/data/freshness', name: 'freshness', component: () => import('../catalogue/FreshnessPage.vue') },
    { path: '/data/collection', name: 'collection', component: () => import('../catalogue/CollectionPage.vue') },
    { path: '/portal', name: 'portal', component: () => import('../portal/HomePage.vue'), meta: { portal: true, everybody: true } },
    { path: '/portal/matters/:code', name: 'portal-matter', component: () => import('../portal/MatterPage.vue'), props: true, meta: { portal: true, everybody: true } },
    { path: '/portal/check', name: 'portal-check', component: () => import('../portal/CheckPage.vue'), meta: { portal: true, everybody: true } },
    { path: '/portal/windows', name: 'portal-windows', component: () => import('../portal/WindowsPage.vue'), meta: { portal: true, everybody: true } },
    { path: '/portal/apply/:code', name: 'portal-apply', component: () => import('../portal/ApplyPage.vue'), props: true, meta: { portal: true } },
    { path: '/portal/cases', name: 'portal-mine', component: () => import('../portal/MinePage.vue'), meta: { portal: true } },
    { path: '/portal/cases/:id', name: 'portal-case', component: () => import('../portal/CasePage.vue'), props: true, meta: { portal: true } },
    { path: '/portal/seen', name: 'portal-seen', component: () => import('../portal/SeenPage.vue'), meta: { portal: true } },
    { path: '/ratings', name: 'ratings', component: () => import('../portal/RatingsPage.vue') },
    { path: '/me', name: 'me', component: () => import('../identity/OwnPage.vue') },
    { path: '/people', name: 'people', component: () => import('../identity/PeoplePage.vue') },
    { path: '/people/:id', name: 'person', component: () => import('../identity/PeoplePage.vue'), props: true },
    { path: '/certificates', name: 'certificates', component: () => import('../identity/CertificatesPage.vue') },
    { path: '/roles', name: 'roles', component: () => import('../identity/RolesPage.vue') },
    { path: '/clients', name: 'clients', component: () => import('../clients/ClientsPage.vue') },
    { path: '/clients/:id', name: 'client', component: () => import('../clients/ClientsPage.vue'), props: true },
    { path: '/operations', name: 'operations', component: () => import('../operations/OperationsPage.vue') },
    { path: '/operations/backups', name: 'backups', component: () => import('../operations/BackupsPage.vue') },
    { path: '/log/:view?', name: 'log', component: () => import('../oversight/LogPage.vue') },
    { path: '/sign-in', name: 'sign-in', component: SignIn },
    { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./Nowhere.vue') },
  ],
})

/** Where somebody begins who has no map: administrators, and those without a role yet. */
function firstPage(may: (right: string) => boolean): string {
  if (may('identity:account:read')) return 'people'
  return may('identity:role:read') ? 'roles' : 'me'
}

/** Whether somebody is here for the portal alone: it and the own account are all that is shown. */
function isCitizen(may: (right: string) => boolean): boolean {
  return may('publicservice:application:use') && !may('onemap:layer:read') && !may('identity:account:read') && !may('identity:role:read')
}

router.beforeEach(async (to) => {
  going.to = String(to.name)
  const session = useSession()
  await session.load()
  if (to.meta.everybody === true) return true
  if (session.user === null && to.name !== 'sign-in') return { name: 'sign-in', query: { to: to.fullPath } }
  if (session.user !== null && session.pending === null && isCitizen(session.may) && to.meta.portal !== true && to.name !== 'me') return { name: 'portal' }
  if (session.user !== null && to.name === 'sign-in') return { name: 'desk' }
  // what must be done first is done on the page of the account
  if (session.pending !== null && to.name !== 'me') return { name: 'me' }
  // whoever may not see the map begins where the work is
  if (to.name === 'desk' && session.user !== null && !session.may('onemap:layer:read')) return { name: firstPage(session.may) }
  return true
})
router.afterEach(() => (going.to = null))
router.onError(() => (going.to = null))

import { createRouter, createWebHistory } from 'vue-router'
import SignIn from '../identity/SignIn.vue'
import { useSession } from '../identity/session'
import { going } from './going'

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/', name: 'desk', component: () => import('../onemap/Desk.vue') },
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
    { path: '/compare', name: 'compare', component: () => import('../compare/ComparePage.vue') },
    { path: '/log/:view?', name: 'log', component: () => import('../oversight/LogPage.vue') },
    { path: '/sign-in', name: 'sign-in', component: SignIn },
    { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./Nowhere.vue') },
  ],
})

router.beforeEach(async (to) => {
  going.to = String(to.name)
  const session = useSession()
  await session.load()
  if (to.meta.everybody === true) return true
  if (session.user === null && to.name !== 'sign-in') return { name: 'sign-in', query: { to: to.fullPath } }
  if (session.user !== null && to.name === 'sign-in') return { name: 'desk' }
  return true
})
router.afterEach(() => (going.to = null))
router.onError(() => (going.to = null))

import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './shell/App.vue'
import { i18n } from './shell/i18n'
import { router } from './shell/router'
import './shell/tokens.css'
import './shell/base.css'
import './shell/parts.css'

createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')

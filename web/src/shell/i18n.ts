import { createI18n } from 'vue-i18n'
import { wire } from './http'
import en from './messages/en.json'
import zh from './messages/zh.json'

export type Lang = 'zh' | 'en'
const STORED = 'cuntu.lang'

function first(): Lang {
  const asked = new URLSearchParams(location.search).get('lang') ?? stored()
  return asked === 'en' ? 'en' : 'zh'
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null
  }
}

const start = first()
export const i18n = createI18n({ legacy: false, locale: start, fallbackLocale: false, messages: { zh, en } })

/** Chinese first, English one click away; requests follow the page's language. */
export function speak(lang: Lang): void {
  i18n.global.locale.value = lang
  wire.language = lang
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(STORED, lang)
  } catch {
    // A browser that keeps nothing still speaks the chosen language until it is closed.
  }
}

export function language(): Lang {
  return i18n.global.locale.value as Lang
}

speak(start)

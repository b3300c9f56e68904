/** The system administrator makes a backup, sees it verified, opens it, has it verified again; others have no such page. */
import { barriers, check, equal, fits, shot, signIn, URL_ } from '../browser.mjs'

const ADMIN = 'tanmuchen'

export const about = 'the system administrator makes a backup, sees it verified, opens it and has it verified again'

export async function run({ page }) {
  await signIn(page, { user: ADMIN, to: '/operations/backups' })
  await page.waitForSelector('[data-test=backup-now]')
  await page.click('[data-test=backup-now]')
  await page.waitForSelector('[data-test=backup-task].DONE', { timeout: 110_000 })
  await page.waitForSelector('[data-test=backups] tbody tr')
  const row = page.locator('[data-test=backups] tbody tr').first()
  check((await row.innerText()).includes('已核验'), 'the new backup is not verified')
  check((await row.innerText()).includes(ADMIN), 'who asked is not named')
  await fits(page, 'backups zh')
  equal((await barriers(page, 'backups')).join(), '', 'barriers')
  await shot(page, '57-backups-zh')
  await row.locator('button.link').click()
  check(/[0-9a-f]{64}/.test(await page.locator('[data-test=backups] tr.more').first().innerText()), 'no hash')
  await page.locator('[data-test=backups] tbody tr').first().locator('button.btn').click()
  await page.waitForSelector('[data-test=backup-task].DONE', { timeout: 60_000 })
  await page.goto(`${URL_}/operations/backups?lang=en`)
  await page.waitForSelector('[data-test=backups] tbody tr')
  check((await page.locator('main').innerText()).includes('verified'), 'not in English')
  await fits(page, 'backups en')
  await shot(page, '57-backups-en')
}

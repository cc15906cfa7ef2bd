// One flow of each family by keyboard alone, where the family's own tests have none: Tab to what has a name, and go on there.
import type { Page } from '@playwright/test';
import { expect, open, test } from './console';
import { type Ids, places } from './places';

/** Presses Tab until the focus is on what is called so; once around the page, if need be. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 160; presses += 1) {
    const here = await page.evaluate(() => {
      const it = document.activeElement as HTMLInputElement | null;
      const labels = [...(it?.labels ?? [])].map((label) => label.innerText).join(' ');
      return (it?.getAttribute('aria-label') ?? labels) || (it?.innerText ?? '');
    });
    if (name.test(here)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Where to, and what is pressed (`Enter`, `Space`, `ArrowDown`) or typed (`=text`) there. */
type Step = [RegExp, ...string[]];

const FLOWS: { family: string; at: (ids: Ids) => string; steps: Step[]; done: string }[] = [
  {
    family: 'retention',
    at: ({ enterprise }) => `${enterprise}/retention`,
    steps: [
      [/^Erase old messages in rooms/, 'Space'],
      [/^Days that messages in rooms/, 'Control+A', '=90'],
      [/^Save retention$/, 'Enter'],
      [/^Type Juniper Valley Clinic/, '=Juniper Valley Clinic'],
      [/^Save retention$/, 'Enter'],
    ],
    done: 'The retention is saved',
  },
  {
    family: 'voice connector groups',
    at: () => '/voice-connector-groups/create',
    steps: [
      [/^Name/, '=Night shift'],
      [/^Add voice connector$/, 'Enter'],
      [/^Voice connector of/, 'ArrowDown'],
      [/^Priority/, 'Control+A', '=3', 'Enter'],
    ],
    done: 'Group “Night shift” is created',
  },
  {
    family: 'proxy sessions',
    at: ({ proxy }) => proxy,
    steps: [
      [/^Create session$/, 'Enter'],
      [/First person/, '=+12065550101'],
      [/^Second person/, '=+12065550102', 'Enter'],
    ],
    done: 'The proxy session is open',
  },
  {
    family: 'SIP media applications',
    at: ({ application }) => application,
    steps: [
      [/^Edit$/, 'Enter'],
      [/^Application name/, 'Control+A', '=Order desk', 'Enter'],
    ],
    done: 'The application is changed',
  },
  {
    family: 'settings',
    at: () => '/settings',
    steps: [[/^S3 bucket/, '=call-records', 'Enter']],
    done: 'The buckets are saved',
  },
  {
    family: 'the address check',
    at: () => '/address-check',
    steps: [
      [/^Street number/, '=8'],
      [/^Street/, '=42nd Street'],
      [/^City/, '=Seattle'],
      [/^State/, '=WA'],
      [/^Postal code/, '=98101', 'Enter'],
    ],
    done: 'address',
  },
  {
    family: 'channels',
    at: ({ chat }) => `${chat}/channels/create`,
    steps: [[/^Name/, '=Night owls', 'Enter']],
    done: 'The channel is created',
  },
];

for (const { family, at, steps, done } of FLOWS) {
  test(`by keyboard alone: ${family}`, async ({ page, emulator }) => {
    await open(page, at(await places(emulator)));
    await expect(page.locator('[aria-busy=true], .skeleton')).toHaveCount(0);
    for (const [name, ...keys] of steps) {
      await tabTo(page, name);
      for (const key of keys) {
        if (key.startsWith('=')) await page.keyboard.type(key.slice(1));
        else await page.keyboard.press(key);
      }
    }
    const said = page.getByRole('region', { name: 'Notices' }).or(page.getByRole('main'));
    await expect(said.getByText(done).first()).toBeVisible();
  });
}

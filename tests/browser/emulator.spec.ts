import type { Page } from '@playwright/test';
import { ADDRESS, account, expect, notices, open, row, test } from './console';

const nav = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const text = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });

// The sandbox is the same program, and has the same pages.
for (const transport of ['native', 'sandbox'] as const) {
  test.describe(transport, () => {
    test.use({ transport });
    test.describe.configure({ timeout: transport === 'sandbox' ? 60_000 : 30_000 });

    test('the clock moves, and what falls due is done', async ({ page, emulator }) => {
      await open(page, '/emulator/clock');
      const schedule = page.getByRole('grid', { name: 'Schedule' });
      await expect(schedule.getByRole('row', { name: /Account vanishes/ })).toBeVisible();
      await page.getByRole('button', { name: '+ 90 days' }).click();
      await expect(notices(page)).toContainText('actions are done');
      await expect(schedule.getByRole('row', { name: /Account vanishes/ })).toHaveCount(0);
      await expect(page.getByText('in 3 months').or(page.getByText('in 2 months')).first()).toBeVisible();
      const { Accounts = [] } = await emulator.chime.listAccounts({ Name: 'Old Mill' });
      expect(Accounts).toEqual([]);

      await page.getByRole('button', { name: 'Stop it' }).click();
      await expect(page.getByText('Stopped', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: "Back to this computer's time" }).click();
      await expect(page.getByText('As this computer')).toBeVisible();
    });

    test('one action is run now, and the pages show it', async ({ page, emulator }) => {
      const { Meetings = [] } = await emulator.chime.listMeetings({});
      const review = Meetings.find((meeting) => meeting.ExternalMeetingId === 'season-review')!;
      await open(page, '/meetings');
      await expect(row(page, 'season-review')).toBeVisible();
      await nav(page).getByRole('link', { name: 'Clock' }).click();
      const due = row(page, 'Meeting expires').filter({ hasText: review.MeetingId! });
      await due.getByRole('button', { name: 'Run now' }).click();
      await expect(due).toHaveCount(0);
      await nav(page).getByRole('link', { name: 'Meetings' }).click();
      await expect(row(page, 'season-review')).toHaveCount(0);
    });

    test('events are filtered, looked at, and forgotten', async ({ page, emulator }) => {
      await open(page, '/emulator/events');
      await expect(row(page, 'MeetingStarted').first()).toBeVisible();
      await page.getByPlaceholder('Filter loaded rows').fill('mila@harborstreet');
      await expect(row(page, 'InvitationSent')).toHaveCount(1);
      await row(page, 'InvitationSent').getByRole('radio').check();
      await page.getByRole('button', { name: 'View' }).click();
      await expect(page.getByRole('dialog', { name: 'Event' })).toContainText('mila@harborstreet.example.com');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Forget all' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
      await expect(page.getByText('Nothing has happened outside')).toBeVisible();
      await page.getByRole('switch', { name: 'Follow' }).check();
      const { id } = await account(emulator, 'Harbor Street Design');
      await emulator.chime.inviteUsers({ AccountId: id, UserEmailList: ['new@harborstreet.example.com'] });
      await page.getByPlaceholder('Filter loaded rows').fill('');
      await expect(row(page, 'new@harborstreet.example.com')).toBeVisible();
    });

    test('a security token in an event is masked', async ({ page, emulator }) => {
      const { id } = await account(emulator, 'Juniper Valley Clinic');
      const { Bot } = await emulator.chime.createBot({ AccountId: id, DisplayName: 'Triage' });
      await open(page, '/emulator/events');
      await expect(row(page, 'MeetingStarted').first()).toBeVisible();
      expect(await page.content()).not.toContain(Bot!.SecurityToken);
    });

    test('an invitation is accepted by a hook', async ({ page, emulator }) => {
      const { id } = await account(emulator, 'Harbor Street Design');
      await emulator.chime.inviteUsers({ AccountId: id, UserEmailList: ['nina@harborstreet.example.com'] });
      await open(page, '/emulator/hooks');
      await page.getByRole('button', { name: 'Accept an invitation' }).click();
      await expect(page).toHaveURL('/emulator/hooks?hook=accept-invitation');
      await page.getByRole('button', { name: 'Make it happen' }).click();
      await expect(page.getByText('Needed: Invitation')).toBeVisible();
      const invitation = page.getByLabel('Invitation', { exact: true });
      await expect(invitation.locator('option', { hasText: 'nina@' })).toBeAttached();
      await invitation.selectOption({ label: (await invitation.locator('option', { hasText: 'nina@' }).textContent())! });
      await page.getByRole('button', { name: 'Make it happen' }).click();
      await expect(notices(page)).toContainText('Accept an invitation: done');
      const { Users = [] } = await emulator.chime.listUsers({ AccountId: id, UserEmail: 'nina@harborstreet.example.com' });
      expect(Users).toMatchObject([{ UserRegistrationStatus: 'Registered' }]);
    });

    test('an attendee is connected without the token being seen', async ({ page, emulator }) => {
      const { Meetings = [] } = await emulator.chime.listMeetings({});
      const MeetingId = Meetings.find((meeting) => meeting.ExternalMeetingId === 'interview-warehouse-lead')!.MeetingId!;
      const { Attendees = [] } = await emulator.chime.listAttendees({ MeetingId });
      const candidate = Attendees.find((attendee) => attendee.ExternalUserId === 'candidate-0042')!;
      await open(page, '/emulator/hooks?hook=connect-attendee');
      await page.getByLabel('Meeting', { exact: true }).selectOption(MeetingId);
      await page.getByLabel('Attendee', { exact: true }).selectOption(candidate.AttendeeId!);
      expect(await page.content()).not.toContain(candidate.JoinToken);
      await page.getByRole('button', { name: 'Make it happen' }).click();
      await expect(notices(page)).toContainText('Connect an attendee: done');
      const { Events } = await emulator.control('GET', 'events?kind=AttendeeConnected&limit=1000');
      expect(Events.at(-1).Detail.AttendeeId).toBe(candidate.AttendeeId);
    });

    test('what a hook refuses is told', async ({ page }) => {
      await open(page, '/emulator/hooks?hook=add-phone-number');
      await text(page, 'Phone number').fill('twelve');
      await page.getByRole('button', { name: 'Make it happen' }).click();
      await expect(notices(page)).toContainText('This did not happen');
      await expect(notices(page)).toContainText('E164PhoneNumber');
    });

    test('faults by preset, by operation, and cleared', async ({ page, emulator }) => {
      const faults = async () => (await emulator.control('GET', 'faults')).Faults;
      await open(page, '/emulator/faults');
      await expect(page.getByText('No faults', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: 'Slow', exact: true }).click();
      await expect.poll(faults).toEqual([{ Rate: 1, LatencyMs: 2000 }]);
      await page.getByRole('button', { name: 'Clear' }).click();
      await expect.poll(faults).toEqual([]);

      await page.getByRole('button', { name: 'Add fault' }).click();
      await page.getByLabel('Operation').selectOption('ListMeetings');
      await page.getByLabel('Answer').selectOption('ForbiddenException');
      // By keyboard: to the end of the slider.
      await page.getByRole('slider', { name: 'Calls' }).focus();
      await page.keyboard.press('End');
      await expect.poll(faults).toEqual([
        { Operation: 'ListMeetings', Exception: 'ForbiddenException', Rate: 1, LatencyMs: 0 },
      ]);
      await nav(page).getByRole('link', { name: 'Meetings' }).click();
      await expect(page.getByRole('alert')).toContainText('The meetings could not be loaded');
      await nav(page).getByRole('link', { name: 'Faults' }).click();
      await page.getByRole('button', { name: 'Remove the fault of ListMeetings' }).click();
      await expect(page.getByText('No faults', { exact: true })).toBeVisible();
    });

    test('a snapshot is taken, everything is forgotten, and put back', async ({ page, emulator }) => {
      await open(page, '/emulator/data');
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download a snapshot' }).click();
      const snapshot = await (await downloading).path();
      await page.getByRole('button', { name: 'Reset' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('reset');
      await dialog.getByRole('button', { name: 'Reset' }).click();
      await expect(notices(page)).toContainText('The emulator is empty');
      expect((await emulator.chime.listAccounts({})).Accounts).toEqual([]);

      await page.getByLabel('Put a snapshot back').setInputFiles(snapshot);
      await dialog.getByRole('textbox').fill('replace');
      await dialog.getByRole('button', { name: 'Replace everything' }).click();
      await expect(notices(page)).toContainText('The emulator has the data of the snapshot');
      expect((await emulator.chime.listAccounts({})).Accounts?.length).toBeGreaterThan(5);
      await page.getByRole('button', { name: 'Add the demo data' }).click();
      await expect(notices(page)).toContainText('The demo data is there already');
    });

    test('settings and quotas are saved, a wrong line is not', async ({ page, emulator }) => {
      await open(page, '/emulator/data');
      await page.getByRole('switch', { name: 'Lenient account types' }).check();
      await expect(notices(page)).toContainText('The settings are saved');
      await text(page, 'Quotas').fill('Rules = 3');
      await page.getByRole('button', { name: 'Save settings' }).click();
      await expect(page.getByText('There is no quota of this name: Rules')).toBeVisible();
      await text(page, 'Quotas').fill('MeetingsPerAwsAccount = 2');
      await text(page, /An order of phone numbers/).fill('50');
      await page.getByRole('button', { name: 'Save settings' }).click();
      await expect.poll(() => emulator.control('GET', 'settings')).toMatchObject({
        Lenient: true,
        PhoneNumberOrderMs: 50,
        Quotas: { MeetingsPerAwsAccount: 2 },
      });
    });
  });
}

test('another endpoint has none of these pages', async ({ page }) => {
  await open(page, '/accounts');
  await expect(nav(page).getByRole('link', { name: 'Faults' })).toBeVisible();
  await page.goto('/connect');
  await page.getByRole('radio', { name: /Another endpoint/ }).check();
  await page.getByRole('textbox', { name: 'Address' }).fill(`${ADDRESS}/console`);
  await page.getByRole('textbox', { name: 'Profile name' }).fill('Elsewhere');
  await page.getByLabel('Access key id').fill('emulator');
  await page.getByLabel('Secret access key').fill('emulator-secret');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Connect');
  await expect(nav(page).getByRole('link', { name: 'Faults' })).toBeHidden();
});

// What rings where: SIP media applications, SIP rules, test calls.
import type { Page } from '@playwright/test';
import { type Emulator, expect, notices, open, row, test } from './console';

const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function application(emulator: Emulator, name: string, region = 'us-east-1') {
  const { SipMediaApplications = [] } = await emulator.chime.listSipMediaApplications({});
  const found = SipMediaApplications.find(({ Name, AwsRegion }) => Name === name && AwsRegion === region);
  const id = found?.SipMediaApplicationId ?? '';
  return { id, path: `/sip-media-applications/${id}` };
}

async function rule(emulator: Emulator, name: string) {
  const { SipRules = [] } = await emulator.chime.listSipRules({});
  const found = SipRules.find(({ Name }) => Name === name);
  const id = found?.SipRuleId ?? '';
  return { id, number: found?.TriggerValue ?? '', path: `/sip-rules/${id}` };
}

const numberStatus = async (emulator: Emulator, number: string) =>
  (await emulator.chime.getPhoneNumber({ PhoneNumberId: number })).PhoneNumber?.Status;

test('the rules show what rings where, for all applications or for one', async ({ page, emulator }) => {
  await open(page, '/sip-rules');
  await expect(row(page, 'Order line')).toContainText('first Order status us-east-1, then Order status us-west-2');
  await expect(row(page, 'From the office')).toContainText('Seattle headquarters');
  await expect(row(page, 'Spring campaign')).toContainText('Disabled');
  const { id } = await application(emulator, 'Pick-up reminder');
  await page.getByLabel('Sends calls to').selectOption(id);
  await expect(row(page, 'Order line')).toHaveCount(0);
  await expect(row(page, 'Spring campaign')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`application=${id}`));

  await row(page, 'Spring campaign').getByRole('link', { name: 'Pick-up reminder' }).click();
  const rings = page.getByRole('region', { name: 'What rings it' });
  await expect(rings.getByRole('listitem').first()).toContainText('+12065550125');
  await rings.getByRole('link', { name: 'Spring campaign' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Spring campaign' })).toBeVisible();
});

test('an application is created, and its function must lie in its Region', async ({ page, emulator }) => {
  await open(page, '/sip-media-applications');
  await page.getByRole('link', { name: 'Create application' }).click();
  const create = page.getByRole('button', { name: 'Create application' });
  await create.click();
  await expect(page.getByRole('alert')).toContainText('2 fields need your attention');
  await text(page, 'Application name').fill('Voicemail');
  const arn = 'arn:aws:lambda:us-west-2:111122223333:function:voicemail';
  await page.getByLabel('Lambda function ARN').fill(arn);
  await create.click();
  await expect(page.getByRole('alert')).toContainText('Both must be in the same Region.');
  expect((await emulator.chime.listSipMediaApplications({})).SipMediaApplications).toHaveLength(3);
  await page.getByLabel('Region', { exact: true }).fill('us-west-2');
  await create.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Voicemail' })).toBeVisible();
  await expect(page.getByText('Nothing rings it')).toBeVisible();
  const made = await application(emulator, 'Voicemail', 'us-west-2');
  const { SipMediaApplication } = await emulator.chime.getSipMediaApplication({ SipMediaApplicationId: made.id });
  expect(SipMediaApplication?.Endpoints).toEqual([{ LambdaArn: arn }]);

  await page.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit SIP media application' });
  await dialog.getByLabel('Lambda function ARN').fill(`${arn}:live`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('voicemail:live', { exact: true })).toBeVisible();
});

test('message logging is switched', async ({ page, emulator }) => {
  const { id, path } = await application(emulator, 'Order status');
  await open(page, `${path}/logging`);
  const logging = page.getByRole('switch', { name: 'Log messages' });
  await expect(logging).toBeChecked();
  await logging.uncheck();
  await page.getByRole('button', { name: 'Save logging' }).click();
  await expect(notices(page)).toContainText('The logging is saved');
  const answer = await emulator.chime.getSipMediaApplicationLoggingConfiguration({ SipMediaApplicationId: id });
  expect(answer.SipMediaApplicationLoggingConfiguration?.EnableSipMediaApplicationMessageLogs).toBe(false);
});

test('a test call asks first, is remembered, and takes arguments while it runs', async ({ page, emulator }) => {
  const { id, path } = await application(emulator, 'Pick-up reminder');
  await emulator.control('DELETE', 'events');
  await open(page, `${path}/test-call`);
  await page.getByLabel('From', { exact: true }).fill('+12065550126');
  await page.getByLabel('To', { exact: true }).fill('+14255550121');
  await page.getByRole('button', { name: 'Add header' }).click();
  await text(page, 'Key').fill('X-Order');
  await text(page, 'Value').fill('4117');
  await page.getByRole('button', { name: 'Start call' }).click();
  const asking = page.getByRole('dialog', { name: 'Start the call' });
  await expect(asking).toContainText('+14255550121');
  await asking.getByRole('button', { name: 'Cancel' }).click();
  const started = page.getByRole('region', { name: 'Calls started here' });
  await expect(started).toContainText('None since the console was opened');
  await page.getByRole('button', { name: 'Start call' }).click();
  await asking.getByRole('button', { name: 'Call this number' }).click();
  await expect(started).toContainText('+12065550126 → +14255550121');

  // The list outlives the page.
  const tabs = page.getByRole('navigation', { name: 'SIP media application' });
  await tabs.getByRole('link', { name: 'Overview' }).click();
  await tabs.getByRole('link', { name: 'Test call' }).click();
  await started.getByRole('button', { name: 'Update call' }).click();
  const update = page.getByRole('dialog', { name: 'Update a call' });
  await update.getByRole('textbox', { name: 'Key' }).fill('action');
  await update.getByRole('textbox', { name: 'Value' }).fill('hold');
  await update.getByRole('button', { name: 'Send arguments' }).click();
  await expect(notices(page)).toContainText('The arguments are accepted');
  const { Events } = await emulator.control('GET', 'events');
  const told = JSON.stringify(Events);
  expect(told).toContain('"X-Order":"4117"');
  expect(told).toContain('"action":"hold"');
  expect(told).toContain(id);
});

test('a call that the service refuses stays in the form', async ({ page, emulator }) => {
  const { path } = await application(emulator, 'Pick-up reminder');
  await open(page, `${path}/test-call`);
  await page.getByLabel('From', { exact: true }).fill('+12065559999');
  await page.getByLabel('To', { exact: true }).fill('+14255550121');
  await page.getByRole('button', { name: 'Start call' }).click();
  await page.getByRole('button', { name: 'Call this number' }).click();
  await expect(page.getByRole('alert')).toContainText('The call was not started');
  await expect(page.getByRole('alert')).toContainText('FromPhoneNumber must be a number in the inventory');
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('+12065559999');
});

test('a rule is made by keyboard alone, with its applications in order', async ({ page, emulator }) => {
  const west = await application(emulator, 'Order status', 'us-west-2');
  const east = await application(emulator, 'Pick-up reminder');
  await open(page, '/sip-rules/create');
  await page.keyboard.press('Tab');
  await text(page, 'Rule name').focus();
  await page.keyboard.type('Night line');
  await page.getByRole('radio', { name: 'A phone number' }).focus();
  await page.keyboard.press('Space');
  const number = page.getByLabel('Number or host');
  await expect(number.getByRole('option', { name: '+12065550126' })).toHaveCount(1);
  await number.focus();
  await page.keyboard.type('+12065550126');
  const add = page.getByLabel('Applications');
  await add.focus();
  await page.keyboard.type('Pick');
  await expect(page.getByText('Pick-up reminder us-east-1')).toBeVisible();
  // A second application of the same Region cannot be chosen.
  await expect(add.getByRole('option', { name: /Order status – us-east-1 has/ })).toBeDisabled();
  await add.selectOption(west.id);
  await page.getByRole('button', { name: 'Move Order status up' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Move Order status up' })).toBeFocused();
  await page.getByRole('button', { name: 'Create rule' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Night line' })).toBeVisible();
  const { id } = await rule(emulator, 'Night line');
  const { SipRule } = await emulator.chime.getSipRule({ SipRuleId: id });
  expect(SipRule).toMatchObject({
    TriggerType: 'ToPhoneNumber',
    TriggerValue: '+12065550126',
    Disabled: false,
    TargetApplications: [
      { SipMediaApplicationId: west.id, Priority: 1, AwsRegion: 'us-west-2' },
      { SipMediaApplicationId: east.id, Priority: 2, AwsRegion: 'us-east-1' },
    ],
  });
});

test('what rings is a number or a host, and another kind begins anew', async ({ page }) => {
  await open(page, '/sip-rules/create');
  await page.getByRole('radio', { name: 'A phone number' }).check();
  const value = page.getByLabel('Number or host');
  await value.selectOption('+12065550126');
  await page.getByRole('radio', { name: "A voice connector's host" }).check();
  await expect(value).toHaveValue('');
  await expect(value.getByRole('option', { name: /^Warehouse PBX – / })).toHaveCount(1);
  await page.getByRole('button', { name: 'Create rule' }).click();
  await expect(page.getByRole('alert')).toContainText('3 fields need your attention');
});

test('a rule is disabled and deleted in two steps, and gives its number back', async ({ page, emulator }) => {
  const { id, number, path } = await rule(emulator, 'Order line');
  await open(page, path);
  const end = page.getByRole('region', { name: 'Delete SIP rule' });
  const remove = end.getByRole('button', { name: 'Delete rule' });
  await expect(remove).toHaveAccessibleDescription('Disable the rule first');
  await end.getByRole('button', { name: 'Disable' }).click();
  await expect(notices(page)).toContainText('Rule “Order line” is disabled');
  await expect(page.getByText('The rule is disabled', { exact: true })).toBeVisible();
  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The rule is disabled', { exact: true })).toHaveCount(0);
  expect((await emulator.chime.getSipRule({ SipRuleId: id })).SipRule?.Disabled).toBe(false);

  await end.getByRole('button', { name: 'Disable' }).click();
  await remove.click();
  const asking = page.getByRole('dialog', { name: 'Delete SIP rule' });
  await expect(asking).toContainText(`${number} is unassigned then`);
  await asking.getByRole('button', { name: 'Delete rule' }).click();
  await expect(page).toHaveURL('/sip-rules');
  await expect(notices(page)).toContainText('Rule “Order line” is deleted');
  expect(await numberStatus(emulator, number)).toBe('Unassigned');
});

test('a rule that was enabled again meanwhile is not deleted, and says how to go on', async ({ page, emulator }) => {
  const { id, path } = await rule(emulator, 'Spring campaign');
  await open(page, path);
  await page.getByRole('button', { name: 'Delete rule' }).click();
  await emulator.chime.updateSipRule({ SipRuleId: id, Name: 'Spring campaign', Disabled: false });
  await page.getByRole('dialog').getByRole('button', { name: 'Delete rule' }).click();
  await expect(notices(page)).toContainText('Rule “Spring campaign” was not deleted');
  await expect(notices(page)).toContainText('A rule must be disabled before');
  await expect(page.getByRole('button', { name: 'Delete rule' })).toHaveAttribute('aria-disabled', 'true');
});

test('an application that rules use is not deleted; they are named with the way to them', async ({ page, emulator }) => {
  const { path } = await application(emulator, 'Pick-up reminder');
  await open(page, `${path}/danger`);
  const remove = page.getByRole('button', { name: 'Delete application' });
  await expect(remove).toHaveAccessibleDescription(/Rules send calls to it/);
  await page.getByRole('link', { name: 'Spring campaign' }).click();
  await page.getByRole('button', { name: 'Delete rule' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete rule' }).click();
  await expect(page).toHaveURL('/sip-rules');
  await page.goto(`${path}/danger`);
  await expect(page.getByText('No rule sends calls to it')).toBeVisible();
  await remove.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete application' }).click();
  await expect(page).toHaveURL('/sip-media-applications');
  await expect(row(page, 'Pick-up reminder')).toHaveCount(0);
});

test('from the list too, what blocks a deletion is said first', async ({ page }) => {
  await open(page, '/sip-media-applications');
  await row(page, 'Pick-up reminder').getByRole('radio').check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const asking = page.getByRole('dialog', { name: 'Delete SIP media application' });
  await expect(asking.getByRole('link')).toHaveText('The rule “Spring campaign” sends calls to it');
  await expect(asking.getByRole('button', { name: 'Delete application' })).toHaveAttribute('aria-disabled', 'true');
});

test('without any, the pages say what they are for; a failure is told with a way to try again', async ({ page, emulator }) => {
  await emulator.control('POST', 'reset');
  await open(page, '/sip-rules');
  await expect(page.getByText('A rule says which SIP media applications answer calls')).toBeVisible();
  await page.getByRole('link', { name: 'Create rule' }).first().click();
  await expect(page.getByText('There is no SIP media application yet')).toBeVisible();
  await emulator.faults({ Operation: 'ListSipMediaApplications', Exception: 'ForbiddenException' });
  await page.getByRole('link', { name: 'SIP media applications' }).first().click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toContainText('The SIP media applications could not be loaded');
  await emulator.faults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('An application answers calls with a Lambda function')).toBeVisible();
});

test('what a reader finds on the page of a rule', async ({ page, emulator }) => {
  const { path } = await rule(emulator, 'Order line');
  await open(page, path);
  await expect(page.getByRole('region', { name: 'What rings where' })).toMatchAriaSnapshot(`
    - region "What rings where":
      - heading "What rings where" [level=2]
      - list:
        - listitem:
          - paragraph: Number that is called
          - paragraph:
            - link "+12065550124"
        - listitem:
          - paragraph: Rule
          - paragraph: Order line Enabled
        - listitem:
          - paragraph: Applications, in the order they are tried
          - list:
            - listitem:
              - text: "1"
              - link "Order status"
              - text: us-east-1
            - listitem:
              - text: "2"
              - link "Order status"
              - text: us-west-2
  `);
});

// What a screen reader finds on one screen of the families that aria.spec.ts leaves out.
import type { Page } from '@playwright/test';
import { expect, open, test } from './console';
import { places } from './places';

const region = (page: Page, name: string) => page.getByRole('main').getByRole('region', { name });

test('the connectors of a group', async ({ page, emulator }) => {
  await open(page, (await places(emulator)).group);
  await expect(region(page, 'Name and voice connectors').getByRole('table')).toMatchAriaSnapshot(`
    - table:
      - rowgroup:
        - row "Voice connector Priority Order":
          - columnheader "Voice connector"
          - columnheader "Priority"
          - columnheader "Order"
          - cell
      - rowgroup:
        - row "Seattle headquarters, us-west-2 1 Tried first Remove voice connector 1":
          - cell:
            - combobox "Voice connector of voice connector 1"
          - cell "1":
            - textbox "Priority of voice connector 1": "1"
          - cell "Tried first"
          - cell:
            - button "Remove voice connector 1"
        - row "Virginia standby, us-east-1 2 Tried second Remove voice connector 2":
          - cell:
            - combobox "Voice connector of voice connector 2"
          - cell "2":
            - textbox "Priority of voice connector 2": "2"
          - cell "Tried second"
          - cell:
            - button "Remove voice connector 2"
  `);
  await expect(region(page, 'What blocks the deletion')).toMatchAriaSnapshot(`
    - region "What blocks the deletion":
      - heading "What blocks the deletion" [level=2]
      - list:
        - listitem: 1 number attached
        - listitem: 2 voice connectors in the group
      - paragraph: All of it can be taken away in one go, below.
  `);
});

test('a proxy session', async ({ page, emulator }) => {
  await open(page, (await places(emulator)).session);
  await expect(region(page, 'Who talks')).toMatchAriaSnapshot(`
    - region "Who talks":
      - heading "Who talks" [level=2]
      - paragraph: Each sees the proxy number instead of the other's.
      - term: First person
      - definition:
        - text: /\\+1\\d+/
        - button "Copy the number"
      - term: Proxy number
      - definition:
        - text: /\\+1\\d+/
        - button "Copy the number"
      - term: Second person
      - definition:
        - text: /\\+1\\d+/
        - button "Copy the number"
      - term: They can
      - definition: SMS, Voice
      - term: Near
      - definition: Same area code
      - term: Numbers from before
      - definition: –
  `);
});

test('the retention of an account, and moderation', async ({ page, emulator }) => {
  await open(page, `${(await places(emulator)).enterprise}/retention`);
  await expect(region(page, 'Retention').locator('form')).toMatchAriaSnapshot(`
    - text: Days that messages in rooms are kept optional
    - paragraph: At most 15 years. While it is off, messages are kept for ever.
    - switch "Erase old messages in rooms"
    - text: Erase old messages in rooms Days that messages in conversations are kept optional
    - paragraph: At most 15 years. While it is off, messages are kept for ever.
    - switch "Erase old messages in conversations"
    - text: Erase old messages in conversations
    - button "Save retention"
    - status
    - group: The request this sends
  `);
  await expect(region(page, 'Redact a conversation message')).toMatchAriaSnapshot(`
    - region "Redact a conversation message":
      - heading "Redact a conversation message" [level=2]
      - paragraph: Removes what one message of a direct or group chat says.
      - 'button "Info: Conversations"': Info
      - textbox "Conversation id"
      - textbox "Message id"
      - button "Redact message"
  `);
});

test('a bot', async ({ page, emulator }) => {
  await open(page, (await places(emulator)).bot);
  await expect(region(page, 'Security token')).toMatchAriaSnapshot(`
    - region "Security token":
      - heading "Security token" [level=2]
      - button "Regenerate"
      - term: Token
      - definition:
        - button "Reveal security token"
        - button "Copy security token"
  `);
  await expect(region(page, 'Events')).toMatchAriaSnapshot(`
    - region "Events":
      - heading "Events" [level=2]
      - button "Change"
      - button "Remove"
      - term: HTTPS endpoint
      - definition:
        - code: https://bots.cascadia.example.com/stock
        - button "Copy the address"
  `);
});

test('the administrators of an app instance', async ({ page, emulator }) => {
  await open(page, `${(await places(emulator)).chat}/admins`);
  await expect(page.getByRole('grid', { name: 'Administrators' })).toMatchAriaSnapshot(`
    - grid "Administrators":
      - rowgroup:
        - row:
          - columnheader "Select all loaded rows"
          - columnheader "Name":
            - button "Name"
          - columnheader "User id"
          - columnheader "ARN"
      - rowgroup:
        - row /Amara Abbott/:
          - gridcell "Select Amara Abbott":
            - checkbox "Select Amara Abbott"
          - rowheader "Amara Abbott":
            - link "Amara Abbott"
          - gridcell "amara.abbott"
        - row /Ben Hartley/:
          - gridcell "Select Ben Hartley":
            - checkbox "Select Ben Hartley"
  `);
});

import type { MessageEntity } from 'grammy/types';
import { z } from 'zod';
import { type Outgoing, PERSON_MEDIA } from '../world/actions/send.js';
import type { Done } from '../world/refusal.js';
import { ADMIN_RIGHTS, PERMISSIONS } from '../world/rights.js';
import type { World } from '../world/world.js';

const rights = z.partialRecord(z.enum([...ADMIN_RIGHTS, ...PERMISSIONS]), z.boolean());

const media = z.object({
  kind: z.enum(PERSON_MEDIA),
  fileName: z.string().max(200),
  base64: z.base64().max(70_000_000),
  claimedSize: z.number().int().min(0).optional(),
});

const request = z.object({
  as: z.number().int(),
  do: z.string(),
  chat: z.number().int().optional(),
  text: z.string().optional(),
  message: z.number().int().optional(),
  row: z.number().int().min(0).optional(),
  col: z.number().int().min(0).optional(),
  data: z.string().optional(),
  options: z.array(z.number().int().min(0)).optional(),
  payload: z.string().optional(),
  title: z.string().optional(),
  kind: z.enum(['group', 'supergroup', 'channel']).optional(),
  replyTo: z.number().int().optional(),
  topic: z.number().int().optional(),
  asChat: z.boolean().optional(),
  emoji: z.string().nullable().optional(),
  person: z.number().int().optional(),
  anonymous: z.boolean().optional(),
  name: z.string().optional(),
  rights: rights.optional(),
  media: media.optional(),
  entities: z.array(z.looseObject({ type: z.string(), offset: z.number().int(), length: z.number().int() })).optional(),
  album: z.string().min(1).max(64).optional(),
});
type ActRequest = z.infer<typeof request>;

type Action = (world: World, as: number, chat: number, given: ActRequest) => Done;

/** What `do` may say. Where no chat is named, the person's private chat is meant. */
const ACTIONS: Record<string, Action> = {
  send: (world, as, chat, given) => world.send(as, chat, outgoing(given)),
  edit: (world, as, chat, given) => world.edit(as, chat, given.message ?? 0, given.text ?? ''),
  delete: (world, as, chat, given) => world.deleteMessageByAdmin(as, chat, given.message ?? 0),
  press: (world, as, chat, { message = 0, row = 0, col = 0, data }) =>
    world.pressButton(as, chat, message, data === undefined ? { row, col } : { rawData: data }),
  vote: (world, as, chat, given) => world.vote(as, chat, given.message ?? 0, given.options ?? []),
  retract: (world, as, chat, given) => world.retract(as, chat, given.message ?? 0),
  react: (world, as, chat, given) => world.react(as, chat, given.message ?? 0, given.emoji ?? null),
  start: (world, as, _chat, given) => world.startBot(as, given.payload),
  block: (world, as) => world.blockBot(as),
  unblock: (world, as) => world.unblockBot(as),
  'delete-account': (world, as) => world.deleteAccount(as),
  'create-group': (world, as, _chat, { title = '', kind = 'group' }) => {
    if (kind === 'supergroup') return world.createSupergroup(title, as);
    return kind === 'channel' ? world.createChannel(title, as) : world.createGroup(title, as);
  },
  join: (world, as, chat) => world.joinGroup(as, chat),
  leave: (world, as, chat) => world.leaveGroup(as, chat),
  'set-admin': (world, as, chat, { person = 0, anonymous = false }) =>
    world.setPersonAdmin(as, chat, person, { admin: true, anonymous }),
  'unset-admin': (world, as, chat, { person = 0 }) => world.setPersonAdmin(as, chat, person, { admin: false }),
  'add-person': (world, _as, _chat, { name = '' }) => world.addPerson({ name }),
  'add-bot': (world, as, chat, given) =>
    world.addBot(chat, as, given.payload, given.rights ? { rights: given.rights } : {}),
  'remove-bot': (world, as, chat) => world.removeBot(chat, as),
  'promote-bot': (world, as, chat, given) => world.promoteBot(chat, as, given.rights ?? {}),
  'demote-bot': (world, as, chat) => world.demoteBot(chat, as),
  'restrict-bot': (world, as, chat, given) => world.restrictBot(chat, as, given.rights ?? { can_send_messages: false }),
  upgrade: (world, as, chat) => world.upgradeToSupergroup(chat, as),
  'close-poll': (world, _as, chat, given) => world.closePoll(chat, given.message ?? 0),
  'enable-topics': (world, as, chat) => world.enableTopics(chat, as),
  'create-topic': (world, as, chat, given) => world.createTopic(chat, as, given.title ?? ''),
  'close-topic': (world, as, chat, given) => world.closeTopic(chat, as, given.topic ?? 0),
  'reopen-topic': (world, as, chat, given) => world.reopenTopic(chat, as, given.topic ?? 0),
  'delete-topic': (world, as, chat, given) => world.deleteTopic(chat, as, given.topic ?? 0),
};

/** Does what the page asks for as a person; what is not understood is refused with a sentence. */
export function act(world: World, body: unknown): Done {
  const parsed = request.safeParse(body);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') || 'as';
    return { ok: false, message: `这个操作写得不对：请检查 ${field}。` };
  }
  const action = Object.hasOwn(ACTIONS, parsed.data.do) ? ACTIONS[parsed.data.do] : undefined;
  if (!action) return { ok: false, message: `沙盒没有“${parsed.data.do}”这个操作。` };
  return action(world, parsed.data.as, parsed.data.chat ?? parsed.data.as, parsed.data);
}

function outgoing({ text = '', media: file, entities, ...given }: ActRequest): Outgoing {
  const { replyTo, topic, asChat, album } = given;
  const around = {
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(topic === undefined ? {} : { topic }),
    ...(asChat === undefined ? {} : { asChat }),
    ...(album === undefined ? {} : { album }),
    ...(entities === undefined ? {} : { entities: entities as unknown as MessageEntity[] }),
  };
  if (!file) return { ...around, text };
  const { kind, base64, fileName, claimedSize } = file;
  const attachment = { bytes: new Uint8Array(Buffer.from(base64, 'base64')), fileName };
  return { ...around, [kind]: { ...attachment, ...(claimedSize === undefined ? {} : { claimedSize }) }, caption: text };
}

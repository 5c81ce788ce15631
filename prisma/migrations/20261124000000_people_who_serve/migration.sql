-- CreateEnum
CREATE TYPE "SubscriptionChange" AS ENUM ('subscribed', 'left', 'lost');

-- DropIndex
DROP INDEX "Delivery_chatId_state_idx";

-- DropIndex
DROP INDEX "Delivery_day_state_idx";

-- AlterTable
ALTER TABLE "Chat" ADD COLUMN     "toldAt" TIMESTAMPTZ(3);
ALTER TABLE "Chat" ADD COLUMN     "pausedBy" TEXT;
ALTER TABLE "Chat" ADD COLUMN     "lastUnitId" TEXT;
-- Groups that are paused today were paused by their owners.
UPDATE "Chat" SET "pausedBy" = 'by-owner' WHERE "state" = 'paused' AND "stateReason" = 'by-owner';

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "kind" "ChatKind",
ADD COLUMN     "unitId" TEXT;

-- Rows from before take what their chat is now: the best that is known.
UPDATE "Delivery" SET "kind" = chat."kind", "unitId" = chat."unitId" FROM "Chat" AS chat WHERE chat."id" = "Delivery"."chatId";
ALTER TABLE "Delivery" ALTER COLUMN "kind" SET NOT NULL;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "sendAt" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "dueAt" DROP NOT NULL,
ALTER COLUMN "dueDay" DROP NOT NULL,
ALTER COLUMN "sendLateUntil" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Role" ADD COLUMN     "address" TEXT,
ADD COLUMN     "label" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "revokedByKey" TEXT;

-- CreateTable
CREATE TABLE "Subscription" (
    "id" SERIAL NOT NULL,
    "chatId" INTEGER NOT NULL,
    "change" "SubscriptionChange" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" CHAR(10) NOT NULL,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeWatch" (
    "noticeId" INTEGER NOT NULL,
    "personKey" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "messageId" INTEGER,
    "shown" TEXT,

    CONSTRAINT "NoticeWatch_pkey" PRIMARY KEY ("noticeId","personKey")
);

-- CreateTable
CREATE TABLE "Interaction" (
    "day" CHAR(10) NOT NULL,
    "personKey" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Interaction_pkey" PRIMARY KEY ("day","personKey","unitId")
);

-- CreateTable
CREATE TABLE "MonthlyPeople" (
    "month" CHAR(7) NOT NULL,
    "unitId" TEXT NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "MonthlyPeople_pkey" PRIMARY KEY ("month","unitId")
);

-- CreateTable
CREATE TABLE "Invite" (
    "id" SERIAL NOT NULL,
    "codeHash" TEXT NOT NULL,
    "name" "RoleName" NOT NULL,
    "unitId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "createdByKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedByKey" TEXT,

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dialogue" (
    "personKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dialogue_pkey" PRIMARY KEY ("personKey")
);

-- CreateTable
CREATE TABLE "SeenUpdate" (
    "updateId" BIGINT NOT NULL,
    "claimedBy" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "SeenUpdate_pkey" PRIMARY KEY ("updateId")
);

-- CreateIndex
CREATE INDEX "Subscription_day_change_idx" ON "Subscription"("day", "change");

-- CreateIndex
CREATE INDEX "Subscription_chatId_idx" ON "Subscription"("chatId");

-- CreateIndex
CREATE INDEX "Interaction_personKey_idx" ON "Interaction"("personKey");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_codeHash_key" ON "Invite"("codeHash");

-- CreateIndex
CREATE INDEX "SeenUpdate_at_idx" ON "SeenUpdate"("at");

-- CreateIndex
CREATE INDEX "Delivery_chatId_state_day_unitId_seats_idx" ON "Delivery"("chatId", "state", "day", "unitId", "seats");

-- CreateIndex
CREATE INDEX "Delivery_day_noticeId_state_kind_unitId_reason_idx" ON "Delivery"("day", "noticeId", "state", "kind", "unitId", "reason");

-- CreateIndex
CREATE INDEX "Notice_authorKey_state_idx" ON "Notice"("authorKey", "state");

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeWatch" ADD CONSTRAINT "NoticeWatch_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Subscriptions from before, as the consent recorded them.
INSERT INTO "Subscription" ("chatId", "change", "at", "day")
SELECT substring("subject" from 6)::int, 'subscribed', "at", "day" FROM "AuditEntry"
WHERE "action" = 'chat.consent' AND "before"->>'state' IS DISTINCT FROM 'active' AND EXISTS (SELECT 1 FROM "Chat" WHERE "Chat"."id" = substring("subject" from 6)::int);

-- Audit rows are added, never changed or removed; only the person in one may be forgotten (erasure on request).
CREATE FUNCTION pufa_audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."actorKey" IS NULL
    AND (NEW."id", NEW."at", NEW."day", NEW."action", NEW."subject", NEW."before", NEW."after", NEW."reason")
      IS NOT DISTINCT FROM
      (OLD."id", OLD."at", OLD."day", OLD."action", OLD."subject", OLD."before", OLD."after", OLD."reason")
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit rows are append-only';
END $$;
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry"
FOR EACH ROW EXECUTE FUNCTION pufa_audit_is_append_only();

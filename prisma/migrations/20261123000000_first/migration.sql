-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('district', 'street', 'community');

-- CreateEnum
CREATE TYPE "ChatKind" AS ENUM ('private', 'group', 'supergroup', 'channel');

-- CreateEnum
CREATE TYPE "ChatState" AS ENUM ('pending', 'active', 'paused', 'left', 'lost');

-- CreateEnum
CREATE TYPE "NoticeSource" AS ENUM ('observance', 'adviser', 'quiz', 'correction');

-- CreateEnum
CREATE TYPE "NoticeState" AS ENUM ('draft', 'submitted', 'returned', 'rejected', 'released', 'sending', 'paused', 'done', 'stopped', 'cancelled', 'skipped');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('planned', 'claimed', 'sent', 'refused', 'waiting', 'unknown', 'cancelled');

-- CreateEnum
CREATE TYPE "QuestionOutcome" AS ENUM ('answered', 'choices', 'none');

-- CreateEnum
CREATE TYPE "RoleName" AS ENUM ('admin', 'lead', 'staff', 'adviser', 'viewer');

-- CreateEnum
CREATE TYPE "ConsultationState" AS ENUM ('open', 'answered', 'closed');

-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('lecture', 'stall', 'leaflets', 'banner', 'visit', 'wechat_forward');

-- CreateTable
CREATE TABLE "Unit" (
    "id" TEXT NOT NULL,
    "kind" "UnitKind" NOT NULL,
    "name" TEXT NOT NULL,
    "parentId" TEXT,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chat" (
    "id" SERIAL NOT NULL,
    "kind" "ChatKind" NOT NULL,
    "key" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "title" TEXT,
    "unitId" TEXT,
    "state" "ChatState" NOT NULL DEFAULT 'pending',
    "stateReason" TEXT,
    "stateAt" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL DEFAULT 'zh',
    "consentVersion" TEXT,
    "consentAt" TIMESTAMPTZ(3),
    "addedByKey" TEXT,
    "seats" INTEGER,
    "topicsChosen" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Chat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatTopic" (
    "chatId" INTEGER NOT NULL,
    "topicId" TEXT NOT NULL,

    CONSTRAINT "ChatTopic_pkey" PRIMARY KEY ("chatId","topicId")
);

-- CreateTable
CREATE TABLE "BindCode" (
    "id" SERIAL NOT NULL,
    "codeHash" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "createdByKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedByKey" TEXT,
    "chatId" INTEGER,

    CONSTRAINT "BindCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" SERIAL NOT NULL,
    "source" "NoticeSource" NOT NULL,
    "slot" TEXT,
    "title" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "contentVersion" TEXT NOT NULL,
    "audience" JSONB NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "dueDay" CHAR(10) NOT NULL,
    "sendLateUntil" TIMESTAMPTZ(3) NOT NULL,
    "state" "NoticeState" NOT NULL,
    "stateReason" TEXT,
    "stateAt" TIMESTAMPTZ(3) NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "authorKey" TEXT,
    "releasedByKey" TEXT,
    "releasedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" SERIAL NOT NULL,
    "noticeId" INTEGER NOT NULL,
    "chatId" INTEGER NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'planned',
    "reason" TEXT,
    "detail" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedAt" TIMESTAMPTZ(3),
    "claimedBy" TEXT,
    "waitUntil" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "day" CHAR(10),
    "messageId" INTEGER,
    "pollId" TEXT,
    "contentVersion" TEXT NOT NULL,
    "seats" INTEGER,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" CHAR(10) NOT NULL,
    "askerKey" TEXT,
    "inGroup" BOOLEAN NOT NULL,
    "unitId" TEXT,
    "outcome" "QuestionOutcome" NOT NULL,
    "entryId" TEXT,
    "choiceIds" TEXT[],
    "maskedText" TEXT,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" SERIAL NOT NULL,
    "personKey" TEXT NOT NULL,
    "name" "RoleName" NOT NULL,
    "unitId" TEXT NOT NULL,
    "grantedByKey" TEXT,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consultation" (
    "id" SERIAL NOT NULL,
    "chatId" INTEGER,
    "unitId" TEXT,
    "maskedText" TEXT,
    "state" "ConsultationState" NOT NULL DEFAULT 'open',
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "takenByKey" TEXT,

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" SERIAL NOT NULL,
    "kind" "ActivityKind" NOT NULL,
    "day" CHAR(10) NOT NULL,
    "unitId" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "howCounted" TEXT NOT NULL,
    "enteredByKey" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" CHAR(10) NOT NULL,
    "actorKey" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "job" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("job")
);

-- CreateIndex
CREATE UNIQUE INDEX "Chat_key_key" ON "Chat"("key");

-- CreateIndex
CREATE INDEX "Chat_state_unitId_idx" ON "Chat"("state", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "BindCode_codeHash_key" ON "BindCode"("codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_slot_key" ON "Notice"("slot");

-- CreateIndex
CREATE INDEX "Notice_state_dueAt_idx" ON "Notice"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Delivery_state_waitUntil_idx" ON "Delivery"("state", "waitUntil");

-- CreateIndex
CREATE INDEX "Delivery_chatId_state_idx" ON "Delivery"("chatId", "state");

-- CreateIndex
CREATE INDEX "Delivery_day_state_idx" ON "Delivery"("day", "state");

-- CreateIndex
CREATE INDEX "Delivery_pollId_idx" ON "Delivery"("pollId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_noticeId_chatId_key" ON "Delivery"("noticeId", "chatId");

-- CreateIndex
CREATE INDEX "Question_day_outcome_idx" ON "Question"("day", "outcome");

-- CreateIndex
CREATE INDEX "Question_askerKey_idx" ON "Question"("askerKey");

-- CreateIndex
CREATE INDEX "Role_personKey_idx" ON "Role"("personKey");

-- CreateIndex
CREATE INDEX "Consultation_state_openedAt_idx" ON "Consultation"("state", "openedAt");

-- CreateIndex
CREATE INDEX "Activity_day_unitId_idx" ON "Activity"("day", "unitId");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- CreateIndex
CREATE INDEX "AuditEntry_day_idx" ON "AuditEntry"("day");

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chat" ADD CONSTRAINT "Chat_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatTopic" ADD CONSTRAINT "ChatTopic_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BindCode" ADD CONSTRAINT "BindCode_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BindCode" ADD CONSTRAINT "BindCode_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


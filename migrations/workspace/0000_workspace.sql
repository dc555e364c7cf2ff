CREATE TABLE `contact` (
	`customer_id` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`customer_id`, `name`),
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `customer` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`owner_id` integer,
	`grade` text,
	`graded_at` integer,
	`confidential` integer DEFAULT false NOT NULL,
	`owned_since` integer,
	`created_at` integer NOT NULL,
	`contacted_at` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_key_unique` ON `customer` (`key`);--> statement-breakpoint
CREATE INDEX `customer_owner` ON `customer` (`owner_id`,`contacted_at`);--> statement-breakpoint
CREATE TABLE `customer_alias` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`customer_id` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `customer_alias_customer` ON `customer_alias` (`customer_id`);--> statement-breakpoint
CREATE TABLE `deal` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`team_id` integer,
	`status` text NOT NULL,
	`amount_minor` integer,
	`currency` text,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`reason` text,
	`opened_by` integer,
	`closed_by` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deal_member` ON `deal` (`member_id`,`status`,`closed_on`);--> statement-breakpoint
CREATE INDEX `deal_customer` ON `deal` (`customer_id`,`status`);--> statement-breakpoint
CREATE TABLE `handoff` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`note` text NOT NULL,
	`note_completeness` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_on` text NOT NULL,
	`accepted_at` integer,
	`declined_at` integer,
	`reason` text,
	`followed_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handoff_from` ON `handoff` (`from_id`,`created_on`);--> statement-breakpoint
CREATE INDEX `handoff_to` ON `handoff` (`to_id`,`created_on`);--> statement-breakpoint
CREATE INDEX `handoff_customer` ON `handoff` (`customer_id`);--> statement-breakpoint
CREATE TABLE `invoice` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`deal_id` integer,
	`due_on` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`disputed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deal_id`) REFERENCES `deal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invoice_member` ON `invoice` (`member_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `invoice_customer` ON `invoice` (`customer_id`);--> statement-breakpoint
CREATE TABLE `lead` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`kind` text NOT NULL,
	`source` text,
	`assigned_at` integer NOT NULL,
	`assigned_on` text NOT NULL,
	`answered_at` integer,
	`followup_id` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lead_member` ON `lead` (`member_id`,`assigned_on`);--> statement-breakpoint
CREATE INDEX `lead_customer` ON `lead` (`customer_id`,`answered_at`);--> statement-breakpoint
CREATE TABLE `payment` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`team_id` integer,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`paid_on` text NOT NULL,
	`note` text,
	`followup_id` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payment_member` ON `payment` (`member_id`,`paid_on`);--> statement-breakpoint
CREATE INDEX `payment_customer` ON `payment` (`customer_id`);--> statement-breakpoint
CREATE TABLE `qa_check` (
	`id` integer PRIMARY KEY NOT NULL,
	`member_id` integer NOT NULL,
	`checked_on` text NOT NULL,
	`done` integer NOT NULL,
	`applicable` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `qa_check_member` ON `qa_check` (`member_id`,`checked_on`);--> statement-breakpoint
CREATE TABLE `satisfaction` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`asked_on` text NOT NULL,
	`rating` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `satisfaction_member` ON `satisfaction` (`member_id`,`asked_on`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`replies` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `inbox_at` ON `inbox` (`at`);--> statement-breakpoint
CREATE TABLE `occurrence` (
	`kind` text NOT NULL,
	`scope` text NOT NULL,
	`day` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`kind`, `scope`, `day`)
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`target` text NOT NULL,
	`card` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer NOT NULL,
	`lease_until` integer,
	`fence` integer DEFAULT 0 NOT NULL,
	`remote` text,
	`error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`not_before`);--> statement-breakpoint
CREATE TABLE `draft` (
	`id` integer PRIMARY KEY NOT NULL,
	`member_id` integer NOT NULL,
	`line` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `followup` (
	`id` integer PRIMARY KEY NOT NULL,
	`member_id` integer NOT NULL,
	`team_id` integer,
	`customer_id` integer NOT NULL,
	`contact` text,
	`channel` text,
	`outcome` text NOT NULL,
	`grade` text,
	`amount_minor` integer,
	`amount_max_minor` integer,
	`currency` text,
	`amount_role` text,
	`duration` integer,
	`occurred_at` integer NOT NULL,
	`day` text NOT NULL,
	`logged_at` integer NOT NULL,
	`text` text NOT NULL,
	`fields` text NOT NULL,
	`completeness` integer NOT NULL,
	`verdict` text NOT NULL,
	`verdict_of` integer,
	`source` text NOT NULL,
	`clarify` text NOT NULL,
	`shared_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `followup_pair` ON `followup` (`member_id`,`customer_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `followup_day` ON `followup` (`member_id`,`day`);--> statement-breakpoint
CREATE INDEX `followup_customer` ON `followup` (`customer_id`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `share_open` (
	`followup_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`followup_id`, `member_id`),
	FOREIGN KEY (`followup_id`) REFERENCES `followup`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `step` (
	`id` integer PRIMARY KEY NOT NULL,
	`followup_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`action` text,
	`due_on` text,
	`due_time` text,
	`precision` text,
	`done_at` integer,
	`done_by` integer,
	FOREIGN KEY (`followup_id`) REFERENCES `followup`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `followup`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `step_open` ON `step` (`member_id`,`done_at`,`due_on`);--> statement-breakpoint
CREATE INDEX `step_customer` ON `step` (`customer_id`,`done_at`);--> statement-breakpoint
CREATE INDEX `step_followup` ON `step` (`followup_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` integer,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`actor_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `field` (
	`id` integer PRIMARY KEY NOT NULL,
	`team_id` integer NOT NULL,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`options` text NOT NULL,
	`required` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `identity` (
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`user` text NOT NULL,
	`member_id` integer NOT NULL,
	PRIMARY KEY(`platform`, `tenant`, `user`),
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identity_member` ON `identity` (`member_id`);--> statement-breakpoint
CREATE TABLE `leave` (
	`member_id` integer NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`member_id`, `day`),
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `member` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`team_id` integer,
	`locale` text,
	`joined_on` text NOT NULL,
	`left_on` text,
	`seller` integer DEFAULT true NOT NULL,
	`opted_out` integer DEFAULT false NOT NULL,
	`morning` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `member_team` ON `member` (`team_id`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `team` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`channel` text,
	`zone` text NOT NULL,
	`currency` text NOT NULL,
	`locale` text NOT NULL,
	`calendar` text NOT NULL,
	`post_at` text NOT NULL,
	`morning_at` text NOT NULL,
	`posts` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_name_unique` ON `team` (`name`);--> statement-breakpoint
CREATE TABLE `team_day` (
	`team_id` integer NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`team_id`, `day`),
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `board` (
	`id` integer PRIMARY KEY NOT NULL,
	`team_id` integer NOT NULL,
	`period` text NOT NULL,
	`from_day` text NOT NULL,
	`as_of` text NOT NULL,
	`content` text NOT NULL,
	`posted_at` integer NOT NULL,
	`posted_by` integer,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`posted_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_team` ON `board` (`team_id`,`period`,`from_day`);--> statement-breakpoint
CREATE TABLE `prior` (
	`month` text NOT NULL,
	`metric` text NOT NULL,
	`mean` real NOT NULL,
	`strength` real NOT NULL,
	PRIMARY KEY(`month`, `metric`)
);
--> statement-breakpoint
CREATE TABLE `rollup` (
	`member_id` integer NOT NULL,
	`day` text NOT NULL,
	`recorded` integer DEFAULT 0 NOT NULL,
	`counted` integer DEFAULT 0 NOT NULL,
	`phone` integer DEFAULT 0 NOT NULL,
	`wechat` integer DEFAULT 0 NOT NULL,
	`visit` integer DEFAULT 0 NOT NULL,
	`video` integer DEFAULT 0 NOT NULL,
	`email` integer DEFAULT 0 NOT NULL,
	`sms` integer DEFAULT 0 NOT NULL,
	`im` integer DEFAULT 0 NOT NULL,
	`event` integer DEFAULT 0 NOT NULL,
	`other` integer DEFAULT 0 NOT NULL,
	`completeness` integer DEFAULT 0 NOT NULL,
	`prompt` integer DEFAULT 0 NOT NULL,
	`won` integer DEFAULT 0 NOT NULL,
	`lost` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`member_id`, `day`),
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rollup_day` ON `rollup` (`day`);--> statement-breakpoint
CREATE TABLE `score` (
	`member_id` integer NOT NULL,
	`period` text NOT NULL,
	`from_day` text NOT NULL,
	`as_of` text NOT NULL,
	`standard` integer NOT NULL,
	`total` real,
	`available` real NOT NULL,
	`provisional` integer NOT NULL,
	`facts` text NOT NULL,
	`stale` integer NOT NULL,
	`computed_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `period`, `from_day`),
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`standard`) REFERENCES `standard`(`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `standard` (
	`version` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`effective_from` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `touch` (
	`member_id` integer NOT NULL,
	`day` text NOT NULL,
	`customer_id` integer NOT NULL,
	`counted` integer DEFAULT 0 NOT NULL,
	`opened` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`member_id`, `day`, `customer_id`),
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
);

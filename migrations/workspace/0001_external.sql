CREATE TABLE `external` (
	`noun` text NOT NULL,
	`external_id` text NOT NULL,
	`row_id` integer NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`noun`, `external_id`)
);
--> statement-breakpoint
CREATE INDEX `external_row` ON `external` (`noun`,`row_id`);--> statement-breakpoint
CREATE TABLE `__new_contact` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_contact`("id", "customer_id", "name") SELECT rowid, "customer_id", "name" FROM `contact`;--> statement-breakpoint
DROP TABLE `contact`;--> statement-breakpoint
ALTER TABLE `__new_contact` RENAME TO `contact`;--> statement-breakpoint
CREATE UNIQUE INDEX `contact_name` ON `contact` (`customer_id`,`name`);--> statement-breakpoint
CREATE TABLE `__new_deal` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer,
	`member_id` integer NOT NULL,
	`team_id` integer,
	`status` text NOT NULL,
	`amount_minor` integer,
	`currency` text,
	`opened_on` text,
	`closed_on` text,
	`reason` text,
	`stage` text,
	`product` text,
	`opened_by` integer,
	`closed_by` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_deal`("id", "customer_id", "member_id", "team_id", "status", "amount_minor", "currency", "opened_on", "closed_on", "reason", "stage", "product", "opened_by", "closed_by") SELECT "id", "customer_id", "member_id", "team_id", "status", "amount_minor", "currency", "opened_on", "closed_on", "reason", NULL, NULL, "opened_by", "closed_by" FROM `deal`;--> statement-breakpoint
DROP TABLE `deal`;--> statement-breakpoint
ALTER TABLE `__new_deal` RENAME TO `deal`;--> statement-breakpoint
CREATE INDEX `deal_member` ON `deal` (`member_id`,`status`,`closed_on`);--> statement-breakpoint
CREATE INDEX `deal_customer` ON `deal` (`customer_id`,`status`);--> statement-breakpoint
CREATE INDEX `deal_team` ON `deal` (`team_id`,`status`,`closed_on`);--> statement-breakpoint
CREATE INDEX `deal_closed_by` ON `deal` (`closed_by`);--> statement-breakpoint
ALTER TABLE `audit` ADD `salt` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `digest` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `hash` text;--> statement-breakpoint
CREATE INDEX `payment_team` ON `payment` (`team_id`,`paid_on`);--> statement-breakpoint
CREATE INDEX `payment_followup` ON `payment` (`followup_id`);--> statement-breakpoint
CREATE INDEX `share_open_member` ON `share_open` (`member_id`);
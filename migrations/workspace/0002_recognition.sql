CREATE TABLE `ballot` (
	`survey` text NOT NULL,
	`key` blob NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`survey`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `invitee` (
	`survey_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`group_number` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `member_id`),
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitee_member` ON `invitee` (`member_id`);--> statement-breakpoint
CREATE TABLE `mark` (
	`survey` text NOT NULL,
	`mark` blob NOT NULL,
	PRIMARY KEY(`survey`, `mark`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `pulse_question` (
	`id` integer PRIMARY KEY NOT NULL,
	`team_id` integer,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`options` text NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pulse_schedule` (
	`id` integer PRIMARY KEY NOT NULL,
	`team_id` integer,
	`every` text NOT NULL,
	`items` integer NOT NULL,
	`recommend` integer NOT NULL,
	`comment` integer NOT NULL,
	`half` integer NOT NULL,
	`min_mean` integer NOT NULL,
	`min_full` integer NOT NULL,
	`open_days` integer NOT NULL,
	`next_on` text NOT NULL,
	`created_by` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `survey` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`team_id` integer,
	`state` text NOT NULL,
	`questions` text NOT NULL,
	`min_mean` integer NOT NULL,
	`min_full` integer NOT NULL,
	`ballot_bytes` integer NOT NULL,
	`seal` text,
	`public_key` blob,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`started_by` integer,
	`schedule_id` integer,
	`reminders` integer DEFAULT 0 NOT NULL,
	`counted` integer,
	`closed_on` text,
	`comments_at` integer,
	`action` text,
	`action_by` integer,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`schedule_id`) REFERENCES `pulse_schedule`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_code_unique` ON `survey` (`code`);--> statement-breakpoint
CREATE INDEX `survey_state` ON `survey` (`state`,`closes_at`);--> statement-breakpoint
CREATE TABLE `survey_comment` (
	`survey` text NOT NULL,
	`key` text NOT NULL,
	`group_number` integer NOT NULL,
	`text` text NOT NULL,
	`acknowledged` integer DEFAULT false NOT NULL,
	`reply` text,
	PRIMARY KEY(`survey`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `survey_figure` (
	`survey_id` integer NOT NULL,
	`group_number` integer NOT NULL,
	`question` integer NOT NULL,
	`figure` text NOT NULL,
	PRIMARY KEY(`survey_id`, `group_number`, `question`),
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `survey_group` (
	`survey_id` integer NOT NULL,
	`number` integer NOT NULL,
	`parent` integer,
	`team_id` integer,
	`name` text NOT NULL,
	`invited` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `number`),
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `approval` (
	`award_id` integer NOT NULL,
	`juror_id` integer NOT NULL,
	`nominee_id` integer NOT NULL,
	PRIMARY KEY(`award_id`, `juror_id`, `nominee_id`),
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`juror_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nominee_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `award` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`team_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`state` text NOT NULL,
	`opened_by` integer NOT NULL,
	`opened_on` text NOT NULL,
	`nominate_until` text NOT NULL,
	`voting_from` text,
	`winner_id` integer,
	`co_winner_id` integer,
	`reason` text,
	`decided_at` integer,
	`posted_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`winner_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`co_winner_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `award_once` ON `award` (`team_id`,`kind`,`quarter`);--> statement-breakpoint
CREATE TABLE `cheer` (
	`deal_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	PRIMARY KEY(`deal_id`, `member_id`),
	FOREIGN KEY (`deal_id`) REFERENCES `deal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `goal` (
	`team_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`month` text NOT NULL,
	`target_minor` integer,
	`currency` text NOT NULL,
	PRIMARY KEY(`team_id`, `member_id`, `month`),
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `juror` (
	`award_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`voted_at` integer,
	PRIMARY KEY(`award_id`, `member_id`),
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `kudos` (
	`id` integer PRIMARY KEY NOT NULL,
	`giver_id` integer NOT NULL,
	`team_id` integer,
	`reason` text NOT NULL,
	`value` text,
	`points` integer NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`giver_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kudos_giver` ON `kudos` (`giver_id`,`day`);--> statement-breakpoint
CREATE INDEX `kudos_team` ON `kudos` (`team_id`,`day`);--> statement-breakpoint
CREATE INDEX `kudos_at` ON `kudos` (`at`);--> statement-breakpoint
CREATE TABLE `kudos_receiver` (
	`kudos_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`nth` integer NOT NULL,
	PRIMARY KEY(`kudos_id`, `member_id`),
	FOREIGN KEY (`kudos_id`) REFERENCES `kudos`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kudos_receiver_member` ON `kudos_receiver` (`member_id`);--> statement-breakpoint
CREATE TABLE `milestone` (
	`id` integer PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`member_id` integer NOT NULL,
	`team_id` integer,
	`cause` text NOT NULL,
	`params` text NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `milestone_once` ON `milestone` (`member_id`,`rule`,`cause`);--> statement-breakpoint
CREATE INDEX `milestone_cause` ON `milestone` (`cause`);--> statement-breakpoint
CREATE INDEX `milestone_team` ON `milestone` (`team_id`,`day`);--> statement-breakpoint
CREATE TABLE `nomination` (
	`award_id` integer NOT NULL,
	`nominator_id` integer NOT NULL,
	`nominee_id` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`eligible` integer,
	PRIMARY KEY(`award_id`, `nominator_id`),
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nominator_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nominee_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `posting` (
	`transfer_id` integer NOT NULL,
	`account` text NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`transfer_id`, `account`),
	FOREIGN KEY (`transfer_id`) REFERENCES `transfer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posting_account` ON `posting` (`account`);--> statement-breakpoint
CREATE TABLE `redemption` (
	`id` integer PRIMARY KEY NOT NULL,
	`reward_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`cost` integer NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`decided_by` integer,
	`decided_at` integer,
	`reason` text,
	FOREIGN KEY (`reward_id`) REFERENCES `reward`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `redemption_member` ON `redemption` (`member_id`);--> statement-breakpoint
CREATE INDEX `redemption_state` ON `redemption` (`state`);--> statement-breakpoint
CREATE TABLE `reward` (
	`id` integer PRIMARY KEY NOT NULL,
	`team_id` integer,
	`name` text NOT NULL,
	`detail` text NOT NULL,
	`cost` integer NOT NULL,
	`stock` integer,
	`taxable` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `spot_award` (
	`id` integer PRIMARY KEY NOT NULL,
	`team_id` integer,
	`giver_id` integer NOT NULL,
	`receiver_id` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`giver_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receiver_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `spot_award_giver` ON `spot_award` (`giver_id`,`day`);--> statement-breakpoint
CREATE INDEX `spot_award_receiver` ON `spot_award` (`receiver_id`);--> statement-breakpoint
CREATE INDEX `spot_award_team` ON `spot_award` (`team_id`,`day`);--> statement-breakpoint
CREATE TABLE `transfer` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`reverses` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfer_ref` ON `transfer` (`ref`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `transfer_reverses` ON `transfer` (`reverses`);--> statement-breakpoint
ALTER TABLE `member` ADD `praised` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `team` ADD `recognition` text;--> statement-breakpoint
CREATE INDEX `invoice_deal` ON `invoice` (`deal_id`);--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject`);
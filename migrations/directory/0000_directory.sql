CREATE TABLE `tenant` (
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`workspace_id` text NOT NULL,
	PRIMARY KEY(`platform`, `tenant`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);

// The list of all entities, by name: typeorm gets them from here alone.
import type { EntitySchema } from "typeorm";

export const entities: (NewableFunction | EntitySchema)[] = [];

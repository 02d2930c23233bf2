// Who was ever worse, and when a response was first seen.
import type { Worsening, WorseningGroup, WorseningPart, WorseningPartCode } from "@afterglow/shared";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CountType } from "./estimate";
import { MeasuredGroupFields } from "./group";
import { PatientsAndShareType } from "./patientsAndShare";
import { AnsweredFields } from "./provenance";

const WorseningPartEnum: Record<WorseningPartCode, WorseningPartCode> = {
  EARLY: "EARLY",
  LATER: "LATER",
  NEVER: "NEVER",
  UNSEEN: "UNSEEN",
};
registerEnumType(WorseningPartEnum, {
  name: "WorseningPartCode",
  description: "When a response (or remission) was first seen. The four add up to the patients.",
  valuesConfig: {
    EARLY: { description: "At a visit up to `earlyUntil`." },
    LATER: { description: "Not by then, but at a later visit up to `laterUntil`." },
    NEVER: { description: "At no visit, though seen after `earlyUntil`." },
    UNSEEN: { description: "Not by `earlyUntil`, and no score after it: not known." },
  },
});

@ObjectType("WorseningPart", { simpleResolvers: true, description: "One part of a group." })
export class WorseningPartType extends PatientsAndShareType implements WorseningPart {
  @Field(() => WorseningPartEnum, { description: "Which part." })
  part!: WorseningPartCode;
}

@ObjectType("WorseningGroup", {
  simpleResolvers: true,
  description: "Worsening and late response of one group.",
})
export class WorseningGroupType extends MeasuredGroupFields implements WorseningGroup {
  @Field(() => CountType, { description: "Cases with a score at a visit up to `laterUntil`." })
  patients!: CountType;

  @Field(() => PatientsAndShareType, {
    description: "Worse at one visit or more by at least the smallest important change.",
  })
  worse!: PatientsAndShareType;

  @Field(() => [WorseningPartType], { description: "When a response was first seen." })
  parts!: readonly WorseningPartType[];
}

@ObjectType("Worsening", {
  simpleResolvers: true,
  description: "Who gets worse, and who responds only late.",
})
export class WorseningType extends AnsweredFields implements Worsening {
  @Field(() => String, { description: "Code of the last visit of the usual course." })
  earlyUntil!: string;

  @Field(() => String, { description: "Code of the last visit looked at." })
  laterUntil!: string;

  @Field(() => [WorseningGroupType], { description: "One entry a group." })
  groups!: readonly WorseningGroupType[];
}

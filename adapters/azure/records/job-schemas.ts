import { z } from 'zod';
import { listOf, text, texts } from './wire-fields.ts';

const jobErrorSchema = z.object({
  errorLevel: text,
  serviceErrorDetails: z
    .object({ code: text, message: text, possibleCauses: text, recommendedAction: text })
    .nullish(),
  providerErrorDetails: z
    .object({
      errorCode: z.union([z.number(), z.string()]).nullish(),
      errorMessage: text,
      possibleCauses: text,
      recommendedAction: text,
    })
    .nullish(),
});

const jobErrorsSchema = listOf(jobErrorSchema);

/** What a task is about: a VM of a plan with its child job, or an action of the plan's own. */
const taskDetailsSchema = z.object({
  instanceType: text,
  jobTask: z.object({ jobId: text, targetObjectId: text, targetObjectName: text }).nullish(),
  name: text,
  instructions: text,
});

export interface WireTask {
  readonly taskId?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly friendlyName?: string | null | undefined;
  readonly state: string;
  readonly stateDescription?: string | null | undefined;
  readonly startTime?: string | null | undefined;
  readonly endTime?: string | null | undefined;
  readonly taskType?: string | null | undefined;
  readonly customDetails?: z.infer<typeof taskDetailsSchema> | null | undefined;
  readonly groupTaskCustomDetails?:
    | {
        readonly rpGroupType?: string | null | undefined;
        readonly childTasks?: readonly WireTask[] | null | undefined;
      }
    | null
    | undefined;
  readonly errors: z.infer<typeof jobErrorsSchema>;
}

const taskSchema: z.ZodType<WireTask> = z.lazy(() =>
  z.object({
    taskId: text,
    name: text,
    friendlyName: text,
    state: z.string(),
    stateDescription: text,
    startTime: text,
    endTime: text,
    taskType: text,
    customDetails: taskDetailsSchema.nullish(),
    groupTaskCustomDetails: z
      .object({ rpGroupType: text, childTasks: z.array(taskSchema).nullish() })
      .nullish(),
    errors: jobErrorsSchema,
  }),
);

export const jobSchema = z.object({
  name: z.string(),
  properties: z.object({
    activityId: text,
    scenarioName: z.string(),
    friendlyName: text,
    state: z.string(),
    stateDescription: text,
    allowedActions: texts,
    targetObjectId: text,
    targetObjectName: text,
    targetInstanceType: text,
    startTime: text,
    endTime: text,
    tasks: listOf(taskSchema),
    errors: jobErrorsSchema,
  }),
});

export type WireJob = z.infer<typeof jobSchema>;
export type WireJobError = z.infer<typeof jobErrorSchema>;

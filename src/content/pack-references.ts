/** What entries may refer to. Null where its file is unreadable: then nothing is said about references to it. */
export interface PackReferences {
  /** id of each topic by its name */
  topicIds: ReadonlyMap<string, string> | null;
  faqTopics: ReadonlySet<string> | null;
  hotlines: ReadonlySet<string> | null;
  quizIds: ReadonlySet<string>;
}

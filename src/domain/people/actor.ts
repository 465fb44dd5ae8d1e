/** Who does something. An import or the system itself acts for a person too. */
export interface Actor {
  /** The person's id; `system` for what no person did. */
  readonly id: string;
  readonly name: string;
}

/** What the product does by itself: first-run set-up, migrations, the demo's data. */
export const SYSTEM: Actor = { id: 'system', name: '系统' };

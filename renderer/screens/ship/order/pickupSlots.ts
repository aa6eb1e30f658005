export interface PickupSlot {
  /** UTC ms. */
  readonly startAt: number;
  readonly endAt: number;
}

/** Hours of the day, local time, in which couriers come. */
const firstHour = 9;
const lastHour = 19;
const slotHours = 2;
/** Today, tomorrow and the day after. */
const days = 3;
const hourMs = 3_600_000;

/** Two-hour slots that still lie ahead for at least an hour, from now on. */
export function pickupSlots(now: number): readonly PickupSlot[] {
  const slots: PickupSlot[] = [];
  for (let day = 0; day < days; day++) {
    for (let hour = firstHour; hour + slotHours <= lastHour; hour += slotHours) {
      const start = new Date(now);
      start.setDate(start.getDate() + day);
      start.setHours(hour, 0, 0, 0);
      const startAt = start.getTime();
      const endAt = startAt + slotHours * hourMs;
      if (endAt - hourMs > now) slots.push({ startAt, endAt });
    }
  }
  return slots;
}

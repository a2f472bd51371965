import type { Route } from '../../../kernel/http/route.ts';
import { bookRoomAct, bookRoomPage } from './book-room/book-room.ts';
import { addBuildingAct, addBuildingPage, addClosureAct, changeBuildingAct, changeBuildingPage, listBuildingsPage, openBuildingPage, removeClosureAct } from './keep-building/keep-building.ts';
import { addRoomAct, addRoomPage, changeRoomAct, changeRoomPage, endRoomAct, openRoomPage } from './keep-room/keep-room.ts';
import { endWalkInAct, noteWalkInAct } from './note-walk-in/note-walk-in.ts';
import { cancelBookingAct, moveBookingAct, openBookingPage } from './open-booking/open-booking.ts';
import { printSignPage } from './print-sign/print-sign.tsx';
import { showCalendarPage } from './show-calendar/show-calendar.ts';
import { showTodayPage } from './show-today/show-today.ts';
import { invoicesFilePage, listInvoicesPage } from './list-invoices/list-invoices.ts';
import { setRenterAct, setTariffAct, setTariffsPage, setTermAct } from './set-tariffs/set-tariffs.ts';
import { noteOutcomeAct, openSlotPage, releaseSlotAct, takeSlotAct } from './take-slot/take-slot.ts';

/** Paths with a name of their own stand before the room with an id. */
export const roomRoutes: Route[] = [
  showTodayPage,
  showCalendarPage,
  ...[bookRoomPage, bookRoomAct, openBookingPage, cancelBookingAct, moveBookingAct],
  ...[listBuildingsPage, addBuildingPage, addBuildingAct, openBuildingPage, changeBuildingPage, changeBuildingAct, addClosureAct, removeClosureAct],
  ...[addRoomPage, addRoomAct],
  ...[openSlotPage, takeSlotAct, releaseSlotAct, noteOutcomeAct],
  ...[noteWalkInAct, endWalkInAct],
  ...[setTariffsPage, setTariffAct, setTermAct, setRenterAct],
  ...[listInvoicesPage, invoicesFilePage],
  ...[openRoomPage, changeRoomPage, changeRoomAct, endRoomAct, printSignPage],
];

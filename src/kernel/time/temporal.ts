/** The one place that says where Temporal comes from; Node 24 has none of its own. */
export { Temporal } from 'temporal-polyfill';

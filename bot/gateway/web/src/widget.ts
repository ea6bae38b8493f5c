/** Placeholder entry until the launcher lands: registers the chat element only. */
import { register } from "./register";

register();

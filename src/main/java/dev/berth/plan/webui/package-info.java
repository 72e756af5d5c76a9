/** How the chat pages run. */
@NullMarked
package dev.berth.plan.webui;

import org.jspecify.annotations.NullMarked;

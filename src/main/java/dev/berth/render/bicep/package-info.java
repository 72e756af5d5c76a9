/** What is deployed to Azure, and its parameters. */
@NullMarked
package dev.berth.render.bicep;

import org.jspecify.annotations.NullMarked;

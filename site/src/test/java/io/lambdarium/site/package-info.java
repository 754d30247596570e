// SPDX-License-Identifier: Apache-2.0
/** Makes the tables of the site from what the tests found, and holds the checked-in copies against them. */
@NullMarked
package io.lambdarium.site;

import org.jspecify.annotations.NullMarked;

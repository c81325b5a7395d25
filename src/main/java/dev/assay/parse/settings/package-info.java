/**
 * The settings of resources: which keys each kind of resource has, their shapes, and how the settings of several places
 * become one. It makes no resources.
 */
package dev.assay.parse.settings;

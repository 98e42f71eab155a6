/**
 * Boosted trees by XGBoost: one booster answers every number of rounds. Only this package sees
 * XGBoost, and of it only the classes that need no Spark.
 */
package tenfold.core.learn.boost;
